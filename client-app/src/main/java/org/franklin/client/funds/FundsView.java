package org.franklin.client.funds;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Wording;
import org.franklin.client.ui.control.BusyButton;
import org.franklin.client.ui.control.BusyButton.Face;
import org.franklin.client.ui.control.Field;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.PaymentMethods;
import org.franklin.client.ui.control.ReadOnly;
import org.franklin.client.ui.control.Tone;
import org.franklin.model.money.Postage;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Lays out adding funds: amount, way to pay, and what came of it.
public final class FundsView extends VBox {

    private static final double WIDTH = 432;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Texts texts = Texts.of(FundsView.class);
    private final Wording wording = new Wording();
    private final FundsModel model;
    private final VBox notice = new VBox();
    private final TextField amount = new TextField();

    private FundsView(FundsModel model) {
        super(16);
        this.model = model;
        amount.setId("amount");
        amount.textProperty().bindBidirectional(model.amountProperty());
        var dollars = new Field(texts.say("amount"), texts.say("amount.hint"), amount);
        var method = PaymentMethods.box();
        method.setId("method");
        method.valueProperty().bindBidirectional(model.methodProperty());
        var open = model.progressProperty().map(FundsView::isOpen);
        ReadOnly.unless(open, amount, method);
        notice.managedProperty().bind(Bindings.isNotEmpty(notice.getChildren()));
        getChildren()
                .addAll(
                        usual(),
                        dollars,
                        new Field(texts.say("method"), texts.say("method.hint"), method),
                        notice);
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        model.progressProperty().subscribe(this::show);
    }

    /// For a window that has its own title: the form and its one button.
    public static FundsView inWindow(FundsModel model, Runnable close) {
        var view = new FundsView(model);
        var main = view.main(close);
        main.setMaxWidth(USE_PREF_SIZE);
        view.getChildren().add(main);
        return view;
    }

    /// A dialogue over any window. `close` puts it away.
    public static FundsView dialogue(FundsModel model, Runnable close) {
        var view = new FundsView(model);
        var texts = view.texts;
        view.getChildren().addFirst(Labels.of(texts.say("title"), "title-3"));
        var cancel = new Button();
        cancel.setId("cancel");
        cancel.getStyleClass().add("large");
        cancel.textProperty()
                .bind(
                        model.progressProperty()
                                .map(progress -> texts.say(isOpen(progress) ? "cancel" : "close")));
        cancel.setOnAction(_ -> close.run());
        var isAdded = model.progressProperty().map(progress -> progress instanceof Progress.Added);
        cancel.visibleProperty().bind(isAdded.map(is -> !is));
        var row = new HBox(8, cancel, view.main(close));
        row.setAlignment(Pos.CENTER_RIGHT);
        VBox.setMargin(row, new Insets(8, 0, 0, 0));
        view.getChildren().add(row);
        view.getStyleClass().add("dialogue");
        view.setMinWidth(WIDTH + 48);
        view.setMaxWidth(WIDTH + 48);
        return view;
    }

    /// Money is not spent by a stray Enter: the caret stands in the amount.
    public void begin() {
        amount.requestFocus();
        amount.selectAll();
    }

    private HBox usual() {
        var row = new HBox(8);
        for (Postage dollars : FundsModel.USUAL) {
            var button = new Button(dollars.toString());
            button.getStyleClass().add("choice");
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(_ -> model.choose(dollars));
            button.disableProperty()
                    .bind(model.progressProperty().map(progress -> !isOpen(progress)));
            model.wishBinding()
                    .subscribe(wish ->
                            button.pseudoClassStateChanged(
                                    SELECTED, wish.filter(dollars::equals).isPresent()));
            row.getChildren().add(button);
        }
        return row;
    }

    private BusyButton main(Runnable close) {
        var main =
                new BusyButton(
                        Feather.PLUS,
                        Bindings.createObjectBinding(
                                this::face, model.progressProperty(), model.wishBinding()));
        main.setId("main");
        main.setMinWidth(200);
        main.setOnAction(_ -> {
            if (model.progressProperty().get() instanceof Progress.Added) {
                close.run();
            } else {
                model.add();
            }
        });
        return main;
    }

    private Face face() {
        return switch (model.progressProperty().get()) {
            case Progress.Choosing _, Progress.NotTaken _ ->
                    model.wishBinding()
                            .getValue()
                            .<Face>map(wish -> new Face.Ready(texts.say("add", wish)))
                            .orElseGet(() -> new Face.Disabled(texts.say("add.none")));
            case Progress.Asking(var wish) -> new Face.Busy(texts.say("adding", wish));
            case Progress.Checking(var wish, _, _) -> new Face.Busy(texts.say("checking", wish));
            case Progress.Added _ -> new Face.Onward(texts.say("done"));
        };
    }

    private void show(Progress progress) {
        List<Node> said =
                switch (progress) {
                    case Progress.Choosing _, Progress.Asking _ -> List.of();
                    case Progress.Added(var dollars, var balance, var receipt) ->
                            List.of(
                                    new Notice(
                                            Tone.SUCCESS,
                                            texts.say("added", dollars),
                                            texts.say(
                                                    "added.text",
                                                    balance,
                                                    Long.toString(receipt))));
                    case Progress.NotTaken(var why) ->
                            List.of(
                                    new Notice(
                                            Tone.ACCENT, texts.say("not.taken"), wording.of(why)));
                    case Progress.Checking(var dollars, var doubt, var seconds) ->
                            List.of(
                                    new Notice(
                                            Tone.WARNING,
                                            texts.say("is.checking", dollars),
                                            wording.of(doubt)
                                                    + " "
                                                    + texts.say("next", Integer.toString(seconds)),
                                            checkNow()));
                };
        notice.getChildren().setAll(said);
    }

    private Button checkNow() {
        var check = new Button(texts.say("check"), Icons.tiny(Feather.REFRESH_CW));
        check.setId("check");
        check.getStyleClass().add("small");
        check.setOnAction(_ -> model.check());
        return check;
    }

    private static boolean isOpen(Progress progress) {
        return progress instanceof Progress.Choosing || progress instanceof Progress.NotTaken;
    }
}
