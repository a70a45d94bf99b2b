package org.franklin.client;

import atlantafx.base.controls.ModalPane;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import org.franklin.client.ui.frame.Focus;

/// The layer for dialogues, above every window. It keeps the focus while one is shown, and gives it
/// back afterwards.
final class Overlay extends StackPane {

    private final ModalPane pane = new ModalPane();
    private Runnable closed = () -> {};
    private Node focusBefore = this;

    Overlay(Node below) {
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.visibleProperty().bind(pane.displayProperty());
        getChildren().addAll(below, pane);
        pane.displayProperty()
                .subscribe(isShown -> {
                    if (!isShown) {
                        var after = closed;
                        closed = () -> {};
                        focusBefore.requestFocus();
                        after.run();
                    }
                });
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.focusOwnerProperty().subscribe(this::keepFocus);
                    }
                });
    }

    /// Shows a dialogue in place of the one before; `onClose` is run however it is closed.
    void show(Node dialogue, Runnable onClose) {
        hide();
        var owner = getScene().getFocusOwner();
        focusBefore = owner == null ? this : owner;
        closed = onClose;
        pane.show(dialogue);
    }

    void hide() {
        pane.hide(true);
    }

    boolean isShown() {
        return pane.isDisplay();
    }

    /// Where the keyboard works now: the dialogue, else the window.
    Parent front() {
        return isShown() ? pane : this;
    }

    private void keepFocus(Node owner) {
        var dialogue = pane.getContent();
        if (isShown() && dialogue != null && owner != null && !Focus.isIn(dialogue, owner)) {
            Focus.enter(dialogue);
        }
    }
}
