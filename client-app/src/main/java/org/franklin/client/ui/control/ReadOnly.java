package org.franklin.client.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Makes a control read-only: it keeps its colours and can be read, but not changed.
public final class ReadOnly {

    private static final String STYLE = "readonly";

    private ReadOnly() {}

    /// Holds while `open` is false.
    public static void unless(ObservableValue<Boolean> open, Control... controls) {
        for (Control control : controls) {
            open.subscribe(is -> set(control, is));
            if (!(control instanceof TextInputControl)) {
                // Who has the focus keeps it, and with it the keys.
                control.addEventFilter(
                        KeyEvent.ANY,
                        key -> {
                            if (!open.getValue() && !leadsElsewhere(key)) {
                                key.consume();
                            }
                        });
            }
        }
    }

    /// Whether a key moves on, helps or belongs to the whole window.
    private static boolean leadsElsewhere(KeyEvent key) {
        return switch (key.getCode()) {
            case TAB, ESCAPE, F1, F5, F6 -> true;
            case V, X, Y, Z -> false;
            default -> key.isShortcutDown();
        };
    }

    private static void set(Control control, boolean isOpen) {
        control.getStyleClass().remove(STYLE);
        if (control instanceof TextInputControl text) {
            text.setEditable(isOpen);
        } else {
            control.setMouseTransparent(!isOpen);
            control.setFocusTraversable(isOpen);
            if (!isOpen) {
                control.getStyleClass().add(STYLE);
            }
        }
    }
}
