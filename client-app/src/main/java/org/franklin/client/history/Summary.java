package org.franklin.client.history;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.franklin.client.history.piece.Chain;
import org.franklin.client.history.piece.Listing;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Wording;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.Tone;
import org.franklin.model.money.Postage;
import org.kordamp.ikonli.feather.Feather;

/// Two quiet lines below the table: what was found, and whether the meter's whole history holds. A
/// history that does not hold is a warning above the table.
final class Summary extends VBox {

    private final Wording wording = new Wording();
    private final Label count = Labels.note("");
    private final Label chain = Labels.note("");
    private final VBox warning = new VBox();
    private final Texts texts;

    Summary(HistoryModel model, Texts texts) {
        this.texts = texts;
        count.setId("count");
        chain.setId("chain");
        chain.setWrapText(true);
        chain.setMinHeight(USE_PREF_SIZE);
        chain.setGraphicTextGap(6);
        getChildren().addAll(count, chain);
        setMinHeight(USE_PREF_SIZE);
        warning.managedProperty().bind(warning.visibleProperty());
        model.listingProperty()
                .subscribe(listing -> {
                    count.setText(words(listing));
                    chain.setVisible(listing instanceof Listing.Found);
                });
        model.chainProperty().subscribe(this::show);
    }

    /// Where the warning stands.
    VBox warning() {
        return warning;
    }

    private String words(Listing listing) {
        return switch (listing) {
            case Listing.Unknown _, Listing.None _, Listing.NoneFits _ -> "";
            case Listing.Found(_, var found, var all) -> {
                String words =
                        found.equals(all)
                                ? pieces("count", all.pieces(), all.paid())
                                : texts.say(
                                        "count.of",
                                        number(found.pieces()),
                                        pieces("count", all.pieces(), found.paid()));
                yield found.inDoubt().equals(Postage.ZERO)
                        ? words
                        : texts.say("count.in.doubt", words, found.inDoubt());
            }
        };
    }

    private String pieces(String key, long count, Postage sum) {
        return count == 1 ? texts.say(key + ".one", sum) : texts.say(key, number(count), sum);
    }

    private void show(Chain found) {
        warning.getChildren().clear();
        chain.setGraphic(null);
        chain.setText(
                switch (found) {
                    case Chain.Unread _, Chain.Broken _ -> "";
                    case Chain.Reading _ -> texts.say("chain.reading");
                    case Chain.Holds(var pieces, _) ->
                            pieces == 1
                                    ? texts.say("chain.holds.one")
                                    : texts.say("chain.holds", number(pieces));
                    case Chain.NotRead(var why) -> texts.say("chain.not.read", wording.of(why));
                });
        if (found instanceof Chain.Holds) {
            chain.setGraphic(Icons.tiny(Feather.CHECK, "success-text"));
        }
        if (found instanceof Chain.Broken(var receipt, var law)) {
            warning.getChildren()
                    .add(
                            new Notice(
                                    Tone.DANGER,
                                    texts.say("chain.broken"),
                                    texts.say("chain.broken.text", Long.toString(receipt), law)));
        }
        warning.setVisible(found instanceof Chain.Broken);
    }

    private static String number(long count) {
        return "%,d".formatted(count);
    }
}
