package org.franklin.client.ui.control;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

import java.awt.image.BufferedImage;

/// A sheet of paper on the screen: white in light and dark, as large as its picture.
public final class Paper extends StackPane {

    private final ImageView picture = new ImageView();

    public Paper() {
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        getChildren().add(picture);
        getStyleClass().add("paper");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// Shows a [org.franklin.client.print.ScreenPicture], so many pixels of the window wide.
    public void show(BufferedImage image, double width) {
        picture.setImage(SwingFXUtils.toFXImage(image, null));
        picture.setFitWidth(width);
    }
}
