package org.franklin.client.ui.control;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

import java.awt.image.BufferedImage;

/// A page on its desk, drawn by the code that prints.
public final class Preview extends StackPane {

    private final ImageView picture = new ImageView();
    private final Label words = Labels.paragraph("", "note", "text-muted");
    private final double width;

    /// The paper is `width` wide, in pixels of the window.
    public Preview(double width) {
        this.width = width;
        var paper = new StackPane(picture);
        paper.getStyleClass().add("paper");
        paper.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(paper, words);
        getStyleClass().add("desk");
    }

    /// Shows a [org.franklin.client.print.ScreenPicture]; `twin` says the same in text.
    public void show(BufferedImage image, String twin) {
        picture.setImage(SwingFXUtils.toFXImage(image, null));
        picture.setFitWidth(width);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        setAccessibleText(twin);
        words.setText("");
    }

    /// Says why there is no picture.
    public void say(String reason) {
        words.setText(reason);
    }
}
