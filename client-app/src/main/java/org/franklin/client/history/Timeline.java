package org.franklin.client.history;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.history.piece.Fact;
import org.franklin.client.history.piece.Fact.Charged;
import org.franklin.client.history.piece.Fact.NotKnownIfCharged;
import org.franklin.client.history.piece.Fact.NotPrintedYet;
import org.franklin.client.history.piece.Fact.NotSeenYet;
import org.franklin.client.history.piece.Fact.Printed;
import org.franklin.client.history.piece.Fact.PrintedAgain;
import org.franklin.client.history.piece.Fact.PrintedElsewhere;
import org.franklin.client.history.piece.Fact.Recorded;
import org.franklin.client.history.piece.Fact.Reserved;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Wording;
import org.franklin.client.ui.control.Labels;

import java.time.LocalDate;
import java.util.List;

/// The life of a piece: a filled dot for each recorded fact, a hollow one for what is to come.
final class Timeline extends VBox {

    private static final double DOT = 12;
    private static final double INDENT = 12;

    private final Wording wording = new Wording();
    private final Texts texts;

    Timeline(List<Fact> life, Texts texts, Dates dates) {
        this.texts = texts;
        getStyleClass().add("timeline");
        var day = LocalDate.MIN;
        for (int i = 0; i < life.size(); i++) {
            var fact = life.get(i);
            String time = texts.say("not.yet");
            if (fact instanceof Recorded recorded) {
                String second = dates.second(recorded.time());
                boolean isSameDay = dates.dayOf(recorded.time()).equals(day);
                day = dates.dayOf(recorded.time());
                time = isSameDay ? second : dates.shortDay(day) + ", " + second;
            } else if (fact instanceof PrintedElsewhere || fact instanceof NotKnownIfCharged) {
                time = texts.say("not.known");
            }
            getChildren().add(row(fact, time, i + 1 == life.size()));
        }
    }

    private HBox row(Fact fact, String time, boolean isLast) {
        var dot = new Region();
        dot.getStyleClass().addAll("moment", fact instanceof Recorded ? "past" : "future");
        var line = new Region();
        line.getStyleClass().add("thread");
        line.setVisible(!isLast);
        VBox.setVgrow(line, Priority.ALWAYS);
        var left = new VBox(dot, line);
        left.setAlignment(Pos.TOP_CENTER);
        left.setMinWidth(DOT);
        left.setPadding(new Insets(4, 0, -4, 0));
        var words = words(fact, time);
        words.setPadding(new Insets(0, 0, isLast ? 0 : 10, 0));
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(INDENT, left, words);
    }

    private VBox words(Fact fact, String time) {
        var title = Labels.paragraph(title(fact));
        if (!(fact instanceof Recorded)) {
            title.getStyleClass().add("text-muted");
        }
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var when = Labels.note(time);
        when.setMinSize(USE_PREF_SIZE, 20);
        var words = new VBox(new HBox(8, title, when));
        String text = note(fact);
        if (!text.isEmpty()) {
            var note = Labels.paragraph(text, "note", "text-muted");
            if (fact instanceof Recorded && isFile(place(fact))) {
                note.setTooltip(new Tooltip(place(fact)));
            }
            words.getChildren().add(note);
        }
        words.setMinWidth(0);
        words.setAccessibleText(title.getText() + ", " + time + ". " + text);
        return words;
    }

    private String title(Fact fact) {
        return switch (fact) {
            case Reserved _ -> texts.say("life.reserved");
            case Charged(_, var amount, var pieces, _) ->
                    pieces == 1
                            ? texts.say("life.charged", amount)
                            : texts.say("life.charged.many", amount, Integer.toString(pieces));
            case Printed(var printout) ->
                    isFile(printout.where())
                            ? texts.say("life.saved")
                            : texts.say("life.printed", printout.where());
            case PrintedAgain _ -> texts.say("life.printed.again");
            case NotKnownIfCharged _ -> texts.say("life.charged.unknown");
            case NotPrintedYet _, PrintedElsewhere _ -> texts.say("life.printed.none");
            case NotSeenYet _ -> texts.say("life.seen");
        };
    }

    private String note(Fact fact) {
        return switch (fact) {
            case Reserved _ -> texts.say("life.reserved.text");
            case Charged(_, _, _, var receipt) -> texts.say("life.receipt", Long.toString(receipt));
            case Printed(var printout) -> isFile(printout.where()) ? name(printout.where()) : "";
            case PrintedAgain(var printout) ->
                    texts.say(
                            isFile(printout.where()) ? "life.reason.saved" : "life.reason",
                            bare(printout.reason()),
                            printout.where());
            case NotKnownIfCharged(var doubt) -> wording.of(doubt);
            case PrintedElsewhere(var computer) ->
                    texts.say("life.elsewhere", Integer.toString(computer));
            case NotPrintedYet _, NotSeenYet _ -> "";
        };
    }

    private static String place(Fact fact) {
        return switch (fact) {
            case Printed(var printout) -> printout.where();
            case PrintedAgain(var printout) -> printout.where();
            case Reserved _,
                    Charged _,
                    NotKnownIfCharged _,
                    NotPrintedYet _,
                    PrintedElsewhere _,
                    NotSeenYet _ ->
                    "";
        };
    }

    /// Without a full stop, which comes behind it.
    private static String bare(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    private static boolean isFile(String where) {
        return where.endsWith(".pdf");
    }

    /// A printer's name as it is; of a file, its own name.
    private static String name(String where) {
        return isFile(where) ? where.substring(endOfFolder(where)) : where;
    }

    private static int endOfFolder(String file) {
        return Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
    }
}
