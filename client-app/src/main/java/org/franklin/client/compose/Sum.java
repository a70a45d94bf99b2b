package org.franklin.client.compose;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.compose.payment.Price;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;

import java.util.Optional;

/// What the piece costs, and what is left after it. A price that no longer holds is struck out.
final class Sum extends VBox {

    private final Texts texts;
    private final Label what = Labels.of("", "text-muted");
    private final Label price = Labels.of("");
    private final Label after = Labels.of("", "text-muted");

    Sum(ComposeModel model, Texts texts) {
        super(4);
        this.texts = texts;
        getChildren()
                .addAll(
                        line(what, price),
                        line(Labels.of(texts.say("sum.after"), "text-muted"), after));
        getStyleClass().add("line-above");
        setPadding(new Insets(12, 0, 0, 0));
        model.situationBinding().subscribe(this::show);
    }

    private void show(Situation now) {
        var quote = quote(now.price());
        what.setText(
                quote.map(each -> each.pieces().getFirst().piece())
                        .map(piece ->
                                texts.say(
                                        "sum.piece",
                                        texts.say("class", piece.category()),
                                        piece.weight()))
                        .orElse(texts.say("sum.unknown")));
        price.setText(quote.map(each -> each.total().toString()).orElse(texts.say("sum.unknown")));
        price.getStyleClass().remove("struck");
        if (now.price() instanceof Price.Asking) {
            price.getStyleClass().add("struck");
        }
        after.setText(
                now.price() instanceof Price.Quoted(var valid)
                        ? left(now.available(), valid.total())
                        : texts.say("sum.unknown"));
    }

    private String left(Optional<Postage> available, Postage total) {
        return available
                .filter(balance -> balance.covers(total))
                .map(balance -> balance.minus(total).toString())
                .orElse(texts.say("sum.unknown"));
    }

    private static Optional<Quote> quote(Price price) {
        return switch (price) {
            case Price.Quoted(var quote) -> Optional.of(quote);
            case Price.Asking(var before) -> before;
            case Price.Unknown _, Price.NotMailable _, Price.NotKnown _ -> Optional.empty();
        };
    }

    private static HBox line(Label name, Label value) {
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return new HBox(name, between, value);
    }
}
