package org.franklin.client.history;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.franklin.client.history.piece.Listing;
import org.franklin.client.history.piece.Query;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.frame.Focus;
import org.kordamp.ikonli.feather.Feather;

/// Lays out the history: what is looked for, the pieces, and the panel of the chosen one.
public final class HistoryView extends HBox {

    private static final double GAP = 16;
    private static final double BAR = 2;

    private final Texts texts = Texts.of(HistoryView.class);
    private final HistoryModel model;
    private final Doors doors;
    private final PieceWords words;
    private final FilterBar filter;
    private final PieceTable table;
    private final PiecePanel panel;
    private final Summary summary;
    private final VBox list = new VBox();
    private final StackPane place = new StackPane();

    public HistoryView(HistoryModel model, Doors doors, Dates dates) {
        super(GAP);
        this.model = model;
        this.doors = doors;
        words = new PieceWords(texts, dates);
        filter = new FilterBar(model, texts, dates);
        table = new PieceTable(model, texts, words);
        var dialogues = new PieceDialogues(model, doors, dates);
        panel = new PiecePanel(model, texts, dates, dialogues);
        table.setContextMenu(menu(dialogues));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::onTable);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        summary = new Summary(model, texts);
        VBox.setVgrow(place, Priority.ALWAYS);
        VBox.setMargin(summary.warning(), new Insets(GAP, 0, 0, 0));
        list.getChildren().addAll(filter, summary.warning(), place, summary);
        list.setMinWidth(0);
        HBox.setHgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, panel);
        model.listingProperty().subscribe(this::show);
    }

    /// Puts the focus into the search field.
    public void search() {
        filter.begin();
    }

    private void show(Listing listing) {
        boolean areThereAny = !(listing instanceof Listing.None);
        filter.setVisible(areThereAny);
        filter.setManaged(areThereAny);
        panel.setManaged(areThereAny);
        summary.setManaged(areThereAny);
        VBox.setMargin(place, areThereAny ? new Insets(GAP, 0, 8, 0) : Insets.EMPTY);
        place.getChildren()
                .setAll(
                        switch (listing) {
                            case Listing.Unknown _, Listing.Found _ -> new StackPane(table, bar());
                            case Listing.None _ -> none();
                            case Listing.NoneFits(var query) -> noneFits(query);
                        });
    }

    /// A quiet bar over the table's head, while reading takes long.
    private Node bar() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(BAR);
        bar.setMaxHeight(BAR);
        bar.visibleProperty().bind(model.slowProperty());
        bar.setAccessibleText(texts.say("reading"));
        StackPane.setAlignment(bar, Pos.TOP_CENTER);
        return bar;
    }

    private VBox none() {
        var content = empty(texts.say("none"));
        var button = new Button(texts.say("new.piece"), Icons.of(Feather.MAIL));
        button.setId("new-piece");
        button.getStyleClass().addAll("large", "accent");
        button.setOnAction(_ -> doors.newPiece());
        content.getChildren().add(button);
        return content;
    }

    private VBox noneFits(Query query) {
        var content =
                empty(
                        query.text().isBlank()
                                ? texts.say("none.fits.filter")
                                : texts.say("none.fits", query.text().strip()));
        var clear = new Button(texts.say("clear"));
        clear.setId("clear");
        clear.setOnAction(_ -> {
            model.search(Query.ALL);
            search();
        });
        content.getChildren().add(clear);
        return content;
    }

    private static VBox empty(String text) {
        var words = Labels.paragraph(text, "text-muted");
        words.setTextAlignment(TextAlignment.CENTER);
        var content = new VBox(16, Icons.of(Feather.CLOCK, "large"), words);
        content.setAlignment(Pos.CENTER);
        content.getStyleClass().add("panel");
        return content;
    }

    private ContextMenu menu(PieceDialogues dialogues) {
        var menu = new ContextMenu();
        add(menu, "print.again", dialogues::printAgain);
        add(menu, "receipt", dialogues::receipt);
        add(menu, "verify", dialogues::verify);
        add(menu, "copy", this::copy);
        return menu;
    }

    private void add(ContextMenu menu, String key, Runnable step) {
        var item = new MenuItem(texts.say(key));
        item.setOnAction(_ -> step.run());
        menu.getItems().add(item);
    }

    private void onTable(KeyEvent event) {
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            Focus.enter(panel);
            event.consume();
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            search();
            event.consume();
        }
    }

    /// The chosen row, as text.
    private void copy() {
        if (model.detailProperty().get() instanceof Detail.Of(var entry, _, _)) {
            var content = new ClipboardContent();
            content.putString(words.copied(entry));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
