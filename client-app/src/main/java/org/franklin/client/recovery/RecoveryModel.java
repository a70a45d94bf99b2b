package org.franklin.client.recovery;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.ScreenPicture;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Background;
import org.franklin.model.money.Postage;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Pieces that are paid and not printed, and their printing. Nothing here costs anything, and
/// closing it changes nothing.
public final class RecoveryModel {

    /// A piece and whether it is to be printed now.
    record Choice(PaidPiece piece, BooleanProperty chosen) {}

    /// The piece as it will be printed.
    sealed interface Picture {

        record Drawn(BufferedImage image) implements Picture {}

        /// There is none yet, or never, for the reason given.
        record None(String reason) implements Picture {}
    }

    /// How far the printing has come.
    public sealed interface Progress {

        record Asking() implements Progress {}

        record Printing(int number, int of) implements Progress {}

        record Printed(String where) implements Progress {}

        /// The pieces before it came out; this one stays paid.
        record Stopped(String reason) implements Progress {}
    }

    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Progress.Asking());
    private final ReadOnlyObjectWrapper<Picture> picture =
            new ReadOnlyObjectWrapper<>(new Picture.None(""));
    private final List<Choice> choices;
    private final Desk desk;
    private final Supplier<PrintRoom> room;
    private final Background background;

    /// `room` says, in the background, where pieces come out.
    public RecoveryModel(
            List<PaidPiece> pieces, Desk desk, Supplier<PrintRoom> room, Background background) {
        this.choices =
                pieces.stream()
                        .map(piece -> new Choice(piece, new SimpleBooleanProperty(true)))
                        .toList();
        this.desk = desk;
        this.room = room;
        this.background = background;
    }

    List<Choice> choices() {
        return choices;
    }

    Postage charged() {
        return choices.stream()
                .map(choice -> choice.piece().indicium().indicium().postage())
                .reduce(Postage.ZERO, Postage::plus);
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// Draws the first piece for a place that is so many pixels wide.
    void draw(double width) {
        background.run(
                () ->
                        switch (room.get().layOut(choices.getFirst().piece())) {
                            case LaidOut.Fits(var page) ->
                                    new Picture.Drawn(ScreenPicture.draw(page, width));
                            case LaidOut.DoesNotFit(var reason) -> new Picture.None(reason);
                        },
                picture::set);
    }

    /// Prints the chosen pieces, one after the other.
    void print() {
        if (progress.get() instanceof Progress.Printing
                || progress.get() instanceof Progress.Printed) {
            return;
        }
        var chosen = new ArrayList<PaidPiece>();
        for (Choice choice : choices) {
            if (choice.chosen().get()) {
                chosen.add(choice.piece());
            }
        }
        if (!chosen.isEmpty()) {
            print(chosen, 0);
        }
    }

    private void print(List<PaidPiece> pieces, int index) {
        progress.set(new Progress.Printing(index + 1, pieces.size()));
        background.run(
                () -> printAndCount(pieces.get(index)),
                printing -> {
                    switch (printing) {
                        case Printing.NotOut(var reason) ->
                                progress.set(new Progress.Stopped(reason));
                        case Printing.Out(var where) -> {
                            choices.stream()
                                    .filter(choice -> choice.piece().equals(pieces.get(index)))
                                    .forEach(choice -> choice.chosen().set(false));
                            if (index + 1 < pieces.size()) {
                                print(pieces, index + 1);
                            } else {
                                progress.set(new Progress.Printed(where));
                            }
                        }
                    }
                });
    }

    private Printing printAndCount(PaidPiece piece) {
        var printing = room.get().print(piece);
        if (printing instanceof Printing.Out(var where)) {
            desk.markPrinted(piece.id(), where, "");
        }
        return printing;
    }
}
