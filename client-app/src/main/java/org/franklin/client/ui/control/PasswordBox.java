package org.franklin.client.ui.control;

import atlantafx.base.controls.PasswordTextField;

import javafx.beans.property.StringProperty;
import javafx.scene.control.ToggleButton;

import org.kordamp.ikonli.feather.Feather;

/// A password field with an eye, which shows what was typed while it is pressed in.
public final class PasswordBox extends PasswordTextField {

    private static final char BULLET = '\u2022';

    /// `eye` is the accessible name of the eye.
    public PasswordBox(StringProperty password, String eye) {
        super("", BULLET);
        passwordProperty().subscribe(password::set);
        password.subscribe(wanted -> {
            if (!wanted.equals(getPassword())) {
                setText(wanted);
            }
        });
        var show = new ToggleButton("", Icons.of(Feather.EYE, "quiet"));
        show.getStyleClass().add("eye");
        show.setAccessibleText(eye);
        show.selectedProperty().subscribe(this::setRevealPassword);
        setRight(show);
    }
}
