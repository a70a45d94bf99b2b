package org.franklin.client.history.printing;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.Printout;
import org.franklin.client.ui.Texts;

/// The question why a piece is printed once more.
public final class ReprintModel {

    /// What the mailer may answer. What is kept is the answer in words.
    public enum Reason {
        NONE,
        PAPER_JAM,
        SMUDGED,
        WRONG_STOCK,
        DAMAGED,
        /// The mailer's own words.
        OTHER
    }

    private final ObjectProperty<Reason> reason = new SimpleObjectProperty<>(Reason.NONE);
    private final ReadOnlyStringWrapper where = new ReadOnlyStringWrapper("");
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableValue<String> given =
            reason.flatMap(chosen -> words.map(typed -> given(chosen, typed)));
    private final Texts texts = Texts.of(ReprintModel.class);
    private final PaidPiece piece;
    private final PrintingModel printing;

    public ReprintModel(PaidPiece piece, PrintingModel printing) {
        this.piece = piece;
        this.printing = printing;
        printing.forget();
        printing.where(where::set);
    }

    PaidPiece piece() {
        return piece;
    }

    /// Where the page will come out; empty until that is known.
    ReadOnlyStringProperty whereProperty() {
        return where.getReadOnlyProperty();
    }

    ObjectProperty<Reason> reasonProperty() {
        return reason;
    }

    StringProperty wordsProperty() {
        return words;
    }

    /// The reason in words; empty while none is given.
    ObservableValue<String> givenProperty() {
        return given;
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return printing.progressProperty();
    }

    /// Prints the identical page, if a reason is given.
    void print() {
        if (!given.getValue().isEmpty()
                && !(progressProperty().get() instanceof Progress.Printed)) {
            printing.print(piece, given.getValue());
        }
    }

    private String given(Reason chosen, String typed) {
        return switch (chosen) {
            case NONE -> "";
            case OTHER ->
                    typed.strip()
                            .substring(0, Math.min(Printout.LONGEST_TEXT, typed.strip().length()));
            case PAPER_JAM, SMUDGED, WRONG_STOCK, DAMAGED -> texts.say("reason", chosen);
        };
    }
}
