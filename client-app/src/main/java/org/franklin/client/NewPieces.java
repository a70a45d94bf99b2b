package org.franklin.client;

import org.franklin.client.compose.ComposeModel;
import org.franklin.client.compose.ComposeView;
import org.franklin.client.compose.Ways;
import org.franklin.client.compose.Workplace;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Readiness;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// The window for a new piece, which is another one for each piece. A piece that is left while it
/// is paid for or printed is finished in the background.
final class NewPieces {

    /// Who hears, in words for the status bar, of the printer; that money may have moved; and that
    /// a piece which was left was not charged.
    record Told(Consumer<String> printer, Runnable moneyMoved, Consumer<ComposeView> notCharged) {}

    private final Workplace place;
    private final Surroundings around;
    private final Dates dates;
    private final Ways ways;
    private final Told told;
    private final Deque<ComposeView> waiting = new ArrayDeque<>();
    private ComposeView view;

    NewPieces(Session session, Surroundings around, Dates dates, Ways ways, Told told) {
        this.place = new Workplace(session.serial(), around.clock(), around.random());
        this.around = around;
        this.dates = dates;
        this.ways = ways;
        this.told = told;
        this.view = blank();
    }

    /// The piece that is being written.
    ComposeModel model() {
        return view.model();
    }

    ComposeView view() {
        return view;
    }

    /// Puts a piece that waits, or else a blank one, in the place of the one before.
    void next() {
        var before = view;
        view = waiting.isEmpty() ? blank() : waiting.removeFirst();
        if (before.model().stageProperty().get().isOpen()) {
            waiting.addLast(before);
        }
    }

    /// Turns back to a piece that waits. The one that is being written waits instead.
    void turnBackTo(ComposeView piece) {
        waiting.remove(piece);
        waiting.addFirst(view);
        view = piece;
    }

    /// Says which printer is chosen and whether it takes a page.
    void tellPrinter() {
        tellPrinter(model());
    }

    private ComposeView blank() {
        var model = new ComposeModel(place, around.desk(), around.background());
        var blank = new ComposeView(model, ways, dates);
        model.stageProperty()
                .subscribe((before, now) -> {
                    if (!before.getClass().equals(now.getClass()) && movesMoney(now)) {
                        told.moneyMoved().run();
                    }
                    if (!before.isOpen() && now.isOpen() && !blank.equals(view)) {
                        waiting.addLast(blank);
                        told.notCharged().accept(blank);
                    }
                });
        model.roomProperty().subscribe(_ -> tellPrinter(model));
        model.begin();
        return blank;
    }

    private void tellPrinter(ComposeModel model) {
        model.roomProperty()
                .get()
                .ifPresent(room ->
                        around.background()
                                .run(
                                        room::readiness,
                                        readiness -> told.printer().accept(said(room, readiness))));
    }

    private static String said(PrintRoom room, Readiness readiness) {
        var texts = Texts.of(NewPieces.class);
        return switch (readiness) {
            case Readiness.Ready _ -> texts.say("printer.ready", room.name());
            case Readiness.Waits(var reason) -> texts.say("printer.waits", room.name(), reason);
        };
    }

    private static boolean movesMoney(Stage now) {
        return switch (now) {
            case Stage.NotCharged _,
                    Stage.FundsNotTaken _,
                    Stage.Checking _,
                    Stage.Found _,
                    Stage.Printing _,
                    Stage.Unprinted _,
                    Stage.Printed _ ->
                    true;
            case Stage.Open _,
                    Stage.CannotPrint _,
                    Stage.Adding _,
                    Stage.FundsInDoubt _,
                    Stage.Reserving _,
                    Stage.Signing _,
                    Stage.Asking _ ->
                    false;
        };
    }
}
