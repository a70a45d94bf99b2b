package org.franklin.client;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// Takes pictures of windows, for people to look at: `target/screenshots/NAME.png`.
public final class Camera {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Camera() {}

    /// On the window thread.
    public static void take(Scene scene, String name) {
        take(scene, name, 1);
    }

    public static void take(Scene scene, String name, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(scene.getFill());
        WritableImage image =
                scene.getRoot()
                        .snapshot(
                                parameters,
                                new WritableImage(
                                        (int) Math.ceil(scene.getWidth() * scale),
                                        (int) Math.ceil(scene.getHeight() * scale)));
        try {
            Files.createDirectories(FOLDER);
            var file = FOLDER.resolve(name + ".png").toFile();
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
