package org.franklin.client.compose;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.franklin.client.compose.payment.Price;
import org.franklin.client.compose.preview.Picture;
import org.franklin.client.compose.preview.Previewing;
import org.franklin.client.print.Stock;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Paper;

/// The piece on its desk, true to scale, as large as the window allows, and how large that is in
/// words.
final class PreviewDesk extends VBox {

    private static final String[] EIGHTHS = {"", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞"};
    private static final double PADDING = 14;
    private static final double CAPTION = 24;
    private static final double LEAST = 132;

    private final Paper paper = new Paper();
    private final Label caption = Labels.paragraph("", "note", "text-muted");
    private final ComposeModel model;
    private final Texts texts;
    private final Dates dates;

    PreviewDesk(ComposeModel model, Texts texts, Dates dates) {
        this.model = model;
        this.texts = texts;
        this.dates = dates;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        caption.setMinHeight(CAPTION);
        caption.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().addAll(paper, caption);
        getStyleClass().add("desk");
        setStyle("-fx-padding: " + PADDING);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(LEAST);
        setMinWidth(0);
        layoutBoundsProperty().subscribe(_ -> fit());
        model.form()
                .stockProperty()
                .subscribe(_ -> {
                    requestLayout();
                    fit();
                });
        model.pictureProperty().subscribe(this::show);
    }

    /// High enough for the widest paper that fits; a smaller place gets a smaller paper.
    @Override
    protected double computePrefHeight(double width) {
        double wide = (width > 0 ? width : getWidth()) - 2 * PADDING;
        int percent = Previewing.percent(stock(), wide, Double.MAX_VALUE);
        double high = Previewing.width(stock(), percent) * stock().height() / stock().width();
        return Math.ceil(high) + CAPTION + 2 * PADDING;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    private void fit() {
        if (getWidth() > 0) {
            model.fit(getWidth() - 2 * PADDING, getHeight() - 2 * PADDING - CAPTION);
        }
    }

    private void show(Picture now) {
        switch (now) {
            case Picture.None _ -> caption.setText("");
            case Picture.DoesNotFit(var reason) -> caption.setText(reason);
            case Picture.Drawn(var image, var drawn, var percent) -> {
                paper.show(image, Previewing.width(drawn, percent));
                caption.setText(
                        texts.say(
                                "scale",
                                Integer.toString(percent),
                                inches(drawn.width()),
                                inches(drawn.height())));
                setAccessibleText(texts.say("twin", to(), price(), day(), caption.getText()));
            }
        }
    }

    private String to() {
        return String.join(", ", model.form().addressee().lines());
    }

    private String price() {
        return model.situationBinding().getValue().price() instanceof Price.Quoted(var quote)
                ? quote.total().toString()
                : texts.say("sum.unknown");
    }

    private String day() {
        return model.form()
                .priced()
                .map(piece -> dates.day(piece.mailingDate()))
                .orElse(texts.say("sum.unknown"));
    }

    private Stock stock() {
        return model.form().stockProperty().get();
    }

    /// `9½` or `4⅛`, as stationery is named.
    private static String inches(double size) {
        int eighths = (int) Math.round(size * EIGHTHS.length);
        int whole = eighths / EIGHTHS.length;
        return whole + EIGHTHS[eighths % EIGHTHS.length];
    }
}
