package org.franklin.client.history.printing;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Background;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Prints paid pieces, one at a time. The identical page comes out each time, nothing is charged,
/// and a printing is counted only when the page is out.
public final class PrintingModel {

    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Progress.Idle());
    private final Desk desk;
    private final Supplier<PrintRoom> room;
    private final Background background;

    public PrintingModel(Desk desk, Supplier<PrintRoom> room, Background background) {
        this.desk = desk;
        this.room = room;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Tells where pages come out.
    void where(Consumer<String> told) {
        background.run(() -> room.get().name(), told);
    }

    /// Prints a piece, unless another is being printed. The reason is empty for the first printing,
    /// and only for it.
    public void print(PaidPiece piece, String reason) {
        if (piece.isReprint() == reason.isBlank()) {
            throw new IllegalArgumentException("a reason is given for printing again, and only so");
        }
        if (progress.get() instanceof Progress.Printing) {
            return;
        }
        progress.set(new Progress.Printing(piece));
        background.run(() -> printAndCount(piece, reason), progress::set);
    }

    /// Forgets what came of the last printing.
    public void forget() {
        if (!(progress.get() instanceof Progress.Printing)) {
            progress.set(new Progress.Idle());
        }
    }

    private Progress printAndCount(PaidPiece piece, String reason) {
        return switch (room.get().print(piece)) {
            case Printing.NotOut(var why) -> new Progress.Stopped(piece, why);
            case Printing.Out(var where) -> {
                desk.markPrinted(piece.id(), where, reason);
                yield new Progress.Printed(piece, where);
            }
        };
    }
}
