package org.franklin.client.recovery;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.recovery.RecoveryModel.Picture;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Preview;

/// One piece: its picture, and the facts in words.
final class OnePiece extends HBox {

    private static final double PAPER = 256;

    OnePiece(RecoveryModel model, Texts texts, Dates dates) {
        super(24);
        var piece = model.choices().getFirst().piece();
        var facts = new Facts();
        var indicium = piece.indicium().indicium();
        facts.add(texts.say("to"), to(piece, texts));
        facts.add(texts.say("date"), dates.day(indicium.mailingDate()));
        facts.add(texts.say("piece"), Long.toString(indicium.pieceCount()));
        facts.add(texts.say("meter"), indicium.serial().toString());
        var preview = new Preview(PAPER);
        preview.setMinSize(PAPER + 24, PAPER * 4.125 / 9.5 + 24);
        model.pictureProperty()
                .subscribe(picture -> {
                    switch (picture) {
                        case Picture.Drawn(var image) -> preview.show(image, to(piece, texts));
                        case Picture.None(var reason) -> preview.say(reason);
                    }
                });
        model.draw(PAPER);
        getChildren().addAll(preview, facts);
    }

    /// The addressee's name, and where it goes.
    static String to(PaidPiece piece, Texts texts) {
        return switch (piece.plan()) {
            case PrintPlan.Forgotten _ -> texts.say("forgotten");
            case PrintPlan.Kept(var to, _, _, _, _, _) ->
                    to.lines().getFirst() + "\n" + to.city() + " " + to.state() + " " + to.zip();
        };
    }

    private static final class Facts extends GridPane {

        Facts() {
            setHgap(16);
            setVgap(4);
        }

        void add(String name, String value) {
            var label = Labels.of(name, "text-muted");
            label.setMinWidth(118);
            add(new VBox(label), 0, getRowCount());
            add(Labels.paragraph(value), 1, getRowCount() - 1);
        }
    }
}
