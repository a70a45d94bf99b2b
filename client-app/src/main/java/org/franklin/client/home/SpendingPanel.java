package org.franklin.client.home;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;

/// This month's spending, with a bar for each day; the figures stand above it in words.
final class SpendingPanel extends VBox {

    private static final double HIGHEST_BAR = 44;
    private static final double NO_BAR = 2;

    private final Texts texts;
    private final Dates dates;
    private final Label month = Labels.note("");
    private final Label total = Labels.of("", "title-4", "strong");
    private final Label today = Labels.of("", "title-4", "strong");
    private final Label lastDay = Labels.note("");
    private final HBox bars = new HBox(3);

    SpendingPanel(HomeModel model, Texts texts, Dates dates) {
        this.texts = texts;
        this.dates = dates;
        var between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setMinHeight(HIGHEST_BAR);
        var right = new VBox(Labels.note(texts.say("today")), today);
        right.setAlignment(Pos.TOP_RIGHT);
        getChildren()
                .addAll(
                        apart(new VBox(month, total), right),
                        between,
                        bars,
                        apart(Labels.note("1"), lastDay));
        setPadding(new Insets(15, 16, 15, 16));
        model.spendingProperty().subscribe(this::show);
    }

    private void show(Spending spending) {
        month.setText(texts.say("spent", dates.month(spending.today())));
        total.setText(spending.total().toString());
        today.setText(spending.ofToday().toString());
        lastDay.setText(Integer.toString(spending.days().size()));
        lastDay.setVisible(spending.days().size() > 1);
        bars.getChildren().clear();
        long highest = Math.max(1, spending.highest().mills());
        for (var day : spending.days()) {
            var bar = new Region();
            boolean isNone = day.mills() == 0;
            double height =
                    isNone ? NO_BAR : Math.max(4, HIGHEST_BAR * day.mills() / (double) highest);
            bar.setMinHeight(height);
            bar.setMaxHeight(height);
            bar.setMinWidth(1);
            bar.setPrefWidth(8);
            bar.setMaxWidth(24);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bar.getStyleClass().addAll("bar", isNone ? "none" : "some");
            bars.getChildren().add(bar);
        }
    }

    private static HBox apart(Region left, Region right) {
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return new HBox(left, between, right);
    }
}
