package org.franklin.client.ui.control;

import atlantafx.base.controls.RingProgressIndicator;
import atlantafx.base.theme.Styles;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;

import org.kordamp.ikonli.feather.Feather;

/// The one main button of a window, which shows where its work stands.
///
/// While it works it keeps its size and its focus, and a press does nothing: a second click is
/// harmless. A press is also ignored while it says that the work is done.
public final class BusyButton extends Button {

    /// What the button shows.
    public sealed interface Face {

        String text();

        record Ready(String text) implements Face {}

        /// Something is missing, and a note beside the button says what.
        record Disabled(String text) implements Face {}

        record Busy(String text) implements Face {}

        record Done(String text) implements Face {}

        /// The work is done, and a press goes on.
        record Onward(String text) implements Face {}
    }

    private static final double RING = 18;

    private final Node icon;
    // A binding lives only as long as somebody keeps it.
    private final ObservableValue<? extends Face> face;
    private boolean takesPresses = true;

    public BusyButton(Feather icon, ObservableValue<? extends Face> face) {
        this.icon = Icons.of(icon);
        this.face = face;
        getStyleClass().add(Styles.LARGE);
        setMaxWidth(Double.MAX_VALUE);
        this.face.subscribe(this::show);
    }

    @Override
    public void fire() {
        if (takesPresses) {
            super.fire();
        }
    }

    private void show(Face face) {
        setText(face.text());
        setAccessibleText(face.text().replace("_", ""));
        takesPresses = face instanceof Face.Ready || face instanceof Face.Onward;
        setDisable(face instanceof Face.Disabled);
        setDefaultButton(false);
        switch (face) {
            case Face.Ready _, Face.Disabled _ -> wear(Styles.ACCENT, icon);
            case Face.Busy _ -> wear("busy", ring());
            case Face.Done _ -> wear("busy", Icons.of(Feather.CHECK));
            case Face.Onward _ -> wear(Styles.ACCENT, Icons.of(Feather.CHECK));
        }
    }

    private void wear(String styleClass, Node graphic) {
        getStyleClass().removeAll(Styles.ACCENT, "busy");
        getStyleClass().add(styleClass);
        setGraphic(graphic);
    }

    /// Stands still where the system asks for less motion.
    private static Node ring() {
        var ring = new RingProgressIndicator();
        if (Platform.getPreferences().isReducedMotion()) {
            ring.setProgress(0.25);
        }
        ring.setMinSize(RING, RING);
        ring.setMaxSize(RING, RING);
        return ring;
    }
}
