package org.franklin.client;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.franklin.client.shell.Task;
import org.franklin.client.ui.frame.Focus;

import java.util.ArrayList;
import java.util.List;

/// The keys that work in every window.
final class Keys {

    private static final int TASKS = 8;

    private final Scene scene;
    private final Overlay overlay;

    Keys(Scene scene, Overlay overlay) {
        this.scene = scene;
        this.overlay = overlay;
    }

    /// Presses the filled button of what is in front.
    void install() {
        on(KeyCode.ENTER, this::pressMain, KeyCombination.SHORTCUT_DOWN);
        on(KeyCode.P, this::pressMain, KeyCombination.SHORTCUT_DOWN);
    }

    /// Turns to tasks, while no dialogue is in front.
    void install(Office office) {
        turn(KeyCode.N, () -> office.newPiece());
        turn(KeyCode.B, () -> office.turnTo(Task.BATCH));
        turn(KeyCode.COMMA, () -> office.turnTo(Task.SETTINGS));
        for (int number = 0; number < TASKS; number++) {
            int task = number;
            turn(KeyCode.valueOf("DIGIT" + (number + 1)), () -> office.turnTo(task));
        }
        turn(KeyCode.P, office::printSample, KeyCombination.SHIFT_DOWN);
        turn(KeyCode.F, office::search);
        on(KeyCode.F1, office::help);
        on(KeyCode.F5, office::checkNow);
        on(KeyCode.F6, () -> goRound(office.view().parts(), 1));
        on(KeyCode.F6, () -> goRound(office.view().parts(), -1), KeyCombination.SHIFT_DOWN);
    }

    private void turn(KeyCode key, Runnable way, KeyCombination.Modifier... more) {
        var modifiers = new ArrayList<KeyCombination.Modifier>(List.of(more));
        modifiers.add(KeyCombination.SHORTCUT_DOWN);
        on(
                key,
                () -> {
                    if (!overlay.isShown()) {
                        way.run();
                    }
                },
                modifiers.toArray(KeyCombination.Modifier[]::new));
    }

    private void on(KeyCode key, Runnable step, KeyCombination.Modifier... modifiers) {
        scene.getAccelerators().put(new KeyCodeCombination(key, modifiers), step);
    }

    private void pressMain() {
        overlay.front().lookupAll(".button.accent").stream()
                .filter(Keys::isInReach)
                .findFirst()
                .ifPresent(node -> ((Button) node).fire());
    }

    private static boolean isInReach(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible() || each.isDisabled()) {
                return false;
            }
        }
        return node instanceof Button;
    }

    private void goRound(List<Node> parts, int step) {
        int now = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (Focus.isIn(parts.get(i), scene.getFocusOwner())) {
                now = i;
            }
        }
        for (int i = 1; i <= parts.size(); i++) {
            if (Focus.enter(parts.get(Math.floorMod(now + i * step, parts.size())))) {
                return;
            }
        }
    }
}
