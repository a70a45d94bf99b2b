package org.franklin.client.history;

import atlantafx.base.controls.CustomTextField;

import javafx.geometry.Insets;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.franklin.client.history.piece.Query;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.PieceState;
import org.kordamp.ikonli.feather.Feather;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is looked for: free text, a month, a state.
final class FilterBar extends HBox {

    private record Choice(String name, Query query) {}

    private final CustomTextField text = new CustomTextField();
    private final MenuButton months = menu(Feather.CALENDAR);
    private final MenuButton states = menu(Feather.FILTER);
    private final HistoryModel model;
    private final Texts texts;
    private final Dates dates;

    FilterBar(HistoryModel model, Texts texts, Dates dates) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.dates = dates;
        text.setId("search");
        text.setPromptText(texts.say("search"));
        text.setAccessibleText(texts.say("search.spoken"));
        var icon = new StackPane(Icons.of(Feather.SEARCH, "quiet"));
        icon.setPadding(new Insets(0, 3, 0, 7));
        text.setLeft(icon);
        text.setMinWidth(140);
        HBox.setHgrow(text, Priority.ALWAYS);
        months.setId("months");
        states.setId("states");
        getChildren().addAll(text, months, states);
        text.textProperty().subscribe(this::look);
        model.queryProperty()
                .subscribe(query -> {
                    if (!text.getText().equals(query.text())) {
                        text.setText(query.text());
                    }
                    offer(query);
                });
        model.ledgerProperty().subscribe(() -> offer(model.queryProperty().get()));
    }

    /// Puts the focus into the search field, with its words ready to be typed over.
    void begin() {
        text.requestFocus();
        text.selectAll();
    }

    private void look(String typed) {
        var query = model.queryProperty().get();
        if (!typed.equals(query.text())) {
            model.search(query.withText(typed));
        }
    }

    private void offer(Query now) {
        var month = new ArrayList<Choice>();
        month.add(new Choice(texts.say("all.months"), now.withMonths(Set.of())));
        for (YearMonth each : model.ledgerProperty().get().months()) {
            month.add(new Choice(dates.month(each), now.withMonths(Set.of(each))));
        }
        offer(months, texts.say("months.spoken"), month, now);
        var state = new ArrayList<Choice>();
        state.add(new Choice(texts.say("all.states"), now.withStates(Set.of())));
        for (PieceState each : PieceState.values()) {
            state.add(new Choice(each.word(), now.withStates(Set.of(each))));
        }
        offer(states, texts.say("states.spoken"), state, now);
    }

    private void offer(MenuButton menu, String spoken, List<Choice> choices, Query now) {
        var one = new ToggleGroup();
        menu.getItems().clear();
        for (Choice choice : choices) {
            var item = new RadioMenuItem(choice.name());
            item.setMnemonicParsing(false);
            item.setToggleGroup(one);
            item.setOnAction(_ -> model.search(choice.query()));
            menu.getItems().add(item);
            if (choice.query().equals(now)) {
                item.setSelected(true);
                menu.setText(choice.name());
                menu.setAccessibleText(spoken + ": " + choice.name());
            }
        }
    }

    private static MenuButton menu(Feather icon) {
        var menu = new MenuButton("", Icons.of(icon));
        menu.getStyleClass().add("no-arrow");
        menu.setMnemonicParsing(false);
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }
}
