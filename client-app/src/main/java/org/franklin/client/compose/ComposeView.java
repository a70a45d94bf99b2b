package org.franklin.client.compose;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.franklin.client.compose.Said.Deed;
import org.franklin.client.compose.form.AddressBox;
import org.franklin.client.compose.form.PieceFields;
import org.franklin.client.compose.form.SenderBox;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.print.Stock;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.BusyButton;
import org.franklin.client.ui.control.Choice;
import org.franklin.client.ui.control.Field;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.ReadOnly;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Lays out a new piece: what it is at the left, how it looks and what it costs at the right.
///
/// The keyboard goes from the address to the button; the sender comes last, since it is remembered.
public final class ComposeView extends GridPane {

    private static final double LEFT = 352;
    private static final double BESIDE = 136;

    private final Texts texts = Texts.of(ComposeView.class);
    private final Sentences sentences = new Sentences();
    private final ComposeModel model;
    private final Ways ways;
    private final ObservableValue<Boolean> open;
    private final AddressBox to;
    private final ComboBox<String> printer;
    private final Outcome outcome;

    public ComposeView(ComposeModel model, Ways ways, Dates dates) {
        super(24, 16);
        this.model = model;
        this.ways = ways;
        open = model.stageProperty().map(Stage::isOpen);
        to = new AddressBox(model.form().to(), "to", 4, texts, open);
        printer = new ComboBox<>();
        outcome = new Outcome(model, texts, dates, this::help);
        var left =
                new VBox(
                        16,
                        to,
                        new PieceFields(
                                model.form(),
                                model.pricing().extrasProperty(),
                                texts,
                                dates,
                                open));
        var scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain");
        scroll.setFocusTraversable(false);
        var right = right(dates);
        add(scroll, 0, 1);
        add(right, 1, 0, 1, 2);
        add(
                new SenderBox(model.form().from(), model.printers().habitsProperty(), texts, open),
                0,
                0);
        var fixed = new ColumnConstraints(LEFT, LEFT, LEFT);
        var growing = new ColumnConstraints(0, 384, Double.MAX_VALUE);
        growing.setHgrow(Priority.ALWAYS);
        growing.setHalignment(HPos.LEFT);
        getColumnConstraints().addAll(fixed, growing);
        var rest = new RowConstraints();
        rest.setVgrow(Priority.ALWAYS);
        rest.setFillHeight(true);
        getRowConstraints().addAll(new RowConstraints(), rest);
        addEventHandler(KeyEvent.KEY_PRESSED, this::backToAddress);
    }

    /// Puts the caret into the address.
    public void begin() {
        // The address is in the scene only once the pane around it has its skin.
        applyCss();
        to.focus();
    }

    /// The piece that is written here.
    public ComposeModel model() {
        return model;
    }

    private VBox right(Dates dates) {
        ComboBox<Stock> stock = Choice.of(List.of(Stock.values()), Stock::title);
        stock.setId("stock");
        stock.valueProperty().bindBidirectional(model.form().stockProperty());
        printer.setId("printer");
        var printers = model.printers();
        printers.names().subscribe(names -> printer.getItems().setAll(names));
        printers.name().subscribe(printer::setValue);
        printer.valueProperty().subscribe((_, name) -> printers.choose(name));
        ReadOnly.unless(open, stock);
        var canChange =
                model.stageProperty()
                        .map(stage ->
                                stage.isOpen()
                                        || stage instanceof Stage.Unprinted
                                        || stage instanceof Stage.Found);
        ReadOnly.unless(canChange, printer);
        var costCode = new ComboBox<String>();
        costCode.setEditable(true);
        costCode.setId("cost-code");
        model.printers()
                .habitsProperty()
                .subscribe(habits -> costCode.getItems().setAll(habits.costCodes()));
        costCode.getEditor().textProperty().bindBidirectional(model.form().costCodeProperty());
        var reference = new TextField();
        reference.setId("reference");
        reference.textProperty().bindBidirectional(model.form().referenceProperty());
        ReadOnly.unless(open, costCode, reference);
        var notes =
                halves(
                        new Field(texts.say("cost.code"), costCode),
                        new Field(texts.say("reference"), reference));
        var desk = new PreviewDesk(model, texts, dates);
        VBox.setVgrow(desk, Priority.ALWAYS);
        var between = new Region();
        VBox.setVgrow(between, Priority.SOMETIMES);
        var sum = new Sum(model, texts);
        var right =
                new VBox(
                        16,
                        halves(
                                new Field(texts.say("stock"), stock),
                                new Field(texts.say("printer"), printer)),
                        desk,
                        notes,
                        outcome,
                        between,
                        sum,
                        buttons());
        model.situationBinding().subscribe(_ -> choose(outcome, notes, sum));
        model.sampleProperty().subscribe(_ -> choose(outcome, notes, sum));
        return right;
    }

    /// What is said of the money takes the place of what else would stand there.
    private static void choose(Outcome outcome, Region... others) {
        boolean isSaid = !outcome.isEmpty();
        showIf(outcome, isSaid);
        for (Region other : others) {
            showIf(other, !isSaid);
        }
    }

    private VBox buttons() {
        var beside = new Button();
        beside.setId("beside");
        beside.getStyleClass().add("large");
        beside.setMinWidth(BESIDE);
        beside.setOnAction(_ -> beside());
        var main =
                new BusyButton(
                        Feather.PRINTER,
                        model.situationBinding().map(now -> sentences.face(now.offer())));
        main.setId("main");
        main.setOnAction(_ -> press());
        HBox.setHgrow(main, Priority.ALWAYS);
        var hint = Labels.note("");
        hint.setAlignment(Pos.CENTER_RIGHT);
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setWrapText(true);
        hint.setMinHeight(16);
        model.situationBinding()
                .subscribe(now -> {
                    beside.setText(texts.say(sentences.beside(now.offer())));
                    hint.setText(sentences.hint(now));
                });
        return new VBox(8, new HBox(8, beside, main), hint);
    }

    private void press() {
        if (model.situationBinding().getValue().offer() instanceof Offer.Next) {
            ways.newPiece().run();
        } else {
            model.press();
        }
    }

    private void beside() {
        switch (model.situationBinding().getValue().offer()) {
            case Offer.Missing _, Offer.Pricing _, Offer.Pay _, Offer.AddAndPay _ ->
                    model.printSample();
            case Offer.Work _, Offer.Doubt _, Offer.PrintPaid _ -> ways.newPiece().run();
            case Offer.Done _, Offer.Next _ -> ways.history().run();
        }
    }

    private void help(Deed deed) {
        switch (deed) {
            case CHECK -> model.check();
            case TRY_AGAIN -> model.tryAgain();
            case OTHER_AMOUNT -> ways.addFunds().run();
            case OTHER_PRINTER -> {
                printer.requestFocus();
                printer.show();
            }
            case SIGN_ON -> ways.signOn().run();
            case DETAILS -> outcome.showDetails(model.situationBinding().getValue());
        }
    }

    private void backToAddress(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && open.getValue()) {
            begin();
            event.consume();
        }
    }

    private static HBox halves(Region first, Region second) {
        var row = new HBox(16, first, second);
        for (Region half : List.of(first, second)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setPrefWidth(176);
            half.setMinWidth(0);
        }
        return row;
    }

    private static void showIf(Region part, boolean isShown) {
        part.setVisible(isShown);
        part.setManaged(isShown);
    }
}
