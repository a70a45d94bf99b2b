package org.franklin.client.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import java.awt.image.BufferedImage;

/// A page on its desk, drawn by the code that prints.
public final class Preview extends StackPane {

    private final Paper paper = new Paper();
    private final Label words = Labels.paragraph("", "note", "text-muted");
    private final double width;

    /// The paper is `width` wide, in pixels of the window.
    public Preview(double width) {
        this.width = width;
        getChildren().addAll(paper, words);
        getStyleClass().add("desk");
    }

    /// Shows a [org.franklin.client.print.ScreenPicture]; `twin` says the same in text.
    public void show(BufferedImage image, String twin) {
        paper.show(image, width);
        setAccessibleText(twin);
        words.setText("");
    }

    /// Says why there is no picture.
    public void say(String reason) {
        words.setText(reason);
    }
}
