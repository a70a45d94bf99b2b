package org.franklin.client.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;

/// Makes a control read-only: it keeps its colours and can be read, but not changed.
public final class ReadOnly {

    private static final String STYLE = "readonly";

    private ReadOnly() {}

    /// Holds while `open` is false.
    public static void unless(ObservableValue<Boolean> open, Control... controls) {
        for (Control control : controls) {
            open.subscribe(is -> set(control, is));
        }
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
