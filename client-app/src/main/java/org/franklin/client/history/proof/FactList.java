package org.franklin.client.history.proof;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.franklin.client.history.proof.Check.Finding;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;

/// Facts in lines, each with a tick, a cross or a question mark.
final class FactList extends VBox {

    /// A line; `spoken` says in words what the icon says.
    record Line(Finding finding, String spoken, String name, String value) {

        static Line of(Check check, Texts texts) {
            String thing = "check." + check.thing().name().toLowerCase(Locale.ROOT);
            String finding = "finding." + check.finding().name().toLowerCase(Locale.ROOT);
            String found = thing + finding.substring("finding".length());
            return new Line(
                    check.finding(),
                    texts.say(finding),
                    texts.say(thing),
                    texts.say(found, check.value()));
        }

        String text() {
            return name + ": " + value + " (" + spoken + ")";
        }
    }

    private static final double ROW = 28;
    private static final double NAME = 116;

    FactList(List<Line> lines) {
        for (Line line : lines) {
            var row = row(line);
            if (getChildren().size() + 1 < lines.size()) {
                row.getStyleClass().add("line-below");
            }
            getChildren().add(row);
        }
        getStyleClass().add("panel");
    }

    private static HBox row(Line line) {
        var icon = new Label("", icon(line.finding()));
        icon.setMinSize(18, ROW);
        var name = Labels.paragraph(line.name(), "note", "text-muted");
        name.setMinSize(NAME, ROW);
        name.setMaxWidth(NAME);
        var value = Labels.paragraph(line.value());
        if (line.finding() == Finding.FAILS) {
            value.getStyleClass().addAll("danger-text", "strong");
        }
        value.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setPadding(new Insets(4, 0, 4, 0));
        var row = new HBox(8, icon, name, value);
        row.setPadding(new Insets(0, 12, 0, 12));
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(line.text());
        return row;
    }

    private static Node icon(Finding finding) {
        FontIcon icon =
                switch (finding) {
                    case HOLDS -> Icons.tiny(Feather.CHECK, "success-text");
                    case FAILS -> Icons.tiny(Feather.X, "danger-text");
                    case OPEN -> Icons.tiny(Feather.HELP_CIRCLE, "quiet");
                };
        return icon;
    }
}
