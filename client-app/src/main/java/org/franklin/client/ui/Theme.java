package org.franklin.client.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// How Franklin looks: Primer in light or dark, as the system has it, and one type family.
public final class Theme {

    private static final List<String> FACES =
            List.of("OpenSans-Regular.ttf", "OpenSans-Semibold.ttf");
    private static final double ANY_SIZE = 14;
    private static final String DARK = "dark";

    private Theme() {}

    /// Dresses a scene, now and whenever the system changes between light and dark.
    public static void follow(Scene scene) {
        FACES.forEach(Theme::load);
        scene.getStylesheets()
                .add(Objects.requireNonNull(Theme.class.getResource("franklin.css")).toString());
        scene.getPreferences().colorSchemeProperty().subscribe(scheme -> dress(scene, scheme));
    }

    private static void dress(Scene scene, ColorScheme scheme) {
        var classes = scene.getRoot().getStyleClass();
        classes.remove(DARK);
        switch (scheme) {
            case LIGHT ->
                    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            case DARK -> {
                Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
                classes.add(DARK);
            }
        }
    }

    private static void load(String face) {
        try (InputStream file = Objects.requireNonNull(Theme.class.getResourceAsStream(face))) {
            Font.loadFont(file, ANY_SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
