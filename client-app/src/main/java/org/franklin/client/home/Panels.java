package org.franklin.client.home;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The upper row: what the balance is enough for, the two big buttons, this month's spending.
final class Panels extends HBox {

    private static final double HEIGHT = 144;
    private static final double PANEL = 248;
    private static final double BIG = 64;
    private static final List<Errand> BIG_ERRANDS =
            List.of(Errand.NEW_PIECE, Errand.NEW_BATCH, Errand.PRINT_SAMPLE);

    private final Texts texts;

    Panels(HomeModel model, Errand.Runner errands, Texts texts, Region spending) {
        super(16);
        this.texts = texts;
        var letters = letters(model);
        getChildren().add(letters);
        var big = bigButtons(model, errands);
        if (!big.getChildren().isEmpty()) {
            getChildren().add(big);
        }
        getChildren().add(spending);
        for (Region panel : List.of(letters, spending)) {
            panel.getStyleClass().add("panel");
            panel.setPrefWidth(PANEL);
            HBox.setHgrow(panel, Priority.ALWAYS);
        }
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    private VBox letters(HomeModel model) {
        var letters = model.lettersProperty();
        var between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        var method = Labels.note(model.methodProperty());
        method.setGraphic(Icons.tiny(Feather.CREDIT_CARD, "quiet"));
        method.setGraphicTextGap(8);
        method.visibleProperty().bind(model.methodProperty().isNotEmpty());
        method.accessibleTextProperty()
                .bind(model.methodProperty().map(title -> texts.say("refills.by", title)));
        var panel =
                new VBox(
                        Labels.note(texts.say("enough")),
                        figure(letters.map(this::count)),
                        Labels.note(letters.map(this::price)),
                        between,
                        method);
        panel.setPadding(new Insets(15, 16, 15, 16));
        return panel;
    }

    private static Label figure(ObservableValue<String> text) {
        return Labels.of(text, "title-1");
    }

    private String count(Letters letters) {
        return switch (letters) {
            case Letters.Unknown _ -> texts.say("letters.unknown");
            case Letters.Known(var count, _) ->
                    count == 1
                            ? texts.say("letters.one")
                            : texts.say("letters", "%,d".formatted(count));
        };
    }

    private String price(Letters letters) {
        return switch (letters) {
            case Letters.Unknown _ -> "";
            case Letters.Known(_, var price) -> texts.say("letters.price", price);
        };
    }

    private VBox bigButtons(HomeModel model, Errand.Runner errands) {
        var column = new VBox(16);
        var offered = BIG_ERRANDS.stream().filter(errands::offers).limit(2).toList();
        for (Errand errand : offered) {
            var button = new Button();
            button.getStyleClass().add("big");
            button.setMinSize(PANEL - 16, BIG);
            button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            VBox.setVgrow(button, Priority.ALWAYS);
            button.setGraphic(bigContent(errand));
            button.setAccessibleText(texts.say("errand", errand));
            button.setOnAction(_ -> errands.run().accept(errand));
            // On the first day a sample is the better first step, so nothing here is filled.
            model.newestProperty()
                    .subscribe(newest -> {
                        button.getStyleClass().remove("accent");
                        if (errand == Errand.NEW_PIECE
                                && newest instanceof HomeModel.Newest.Pieces) {
                            button.getStyleClass().add("accent");
                        }
                    });
            column.getChildren().add(button);
        }
        return column;
    }

    private HBox bigContent(Errand errand) {
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var icon =
                Icons.of(
                        switch (errand) {
                            case NEW_PIECE -> Feather.MAIL;
                            case NEW_BATCH -> Feather.LAYERS;
                            case PRINT_SAMPLE, ALL_PIECES, ADD_FUNDS -> Feather.PRINTER;
                        });
        var name = Labels.of(texts.say("errand", errand), "strong", "on-button");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var key = Labels.of(texts.say("key", errand), "note", "on-button");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var content = new HBox(12, icon, name, between, key);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMinWidth(PANEL - 16 - 42);
        return content;
    }
}
