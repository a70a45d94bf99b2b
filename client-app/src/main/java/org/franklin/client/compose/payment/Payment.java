package org.franklin.client.compose.payment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.franklin.client.compose.payment.Stage.Asking;
import org.franklin.client.compose.payment.Stage.CannotPrint;
import org.franklin.client.compose.payment.Stage.Checking;
import org.franklin.client.compose.payment.Stage.Found;
import org.franklin.client.compose.payment.Stage.NotCharged;
import org.franklin.client.compose.payment.Stage.Open;
import org.franklin.client.compose.payment.Stage.Printed;
import org.franklin.client.compose.payment.Stage.Reserving;
import org.franklin.client.compose.payment.Stage.Signing;
import org.franklin.client.compose.payment.Stage.Unprinted;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Background;
import org.franklin.client.ui.Countdown;
import org.franklin.model.wire.Quote;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Pays for one piece and prints it. The draft's id is drawn once, so that whatever is clicked how
/// often, the piece is charged at most once.
public final class Payment {

    private static final Duration TIME_TO_SEE = Duration.ofSeconds(2);
    private static final int SECONDS_BETWEEN_CHECKS = 5;

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Open());
    private final DraftId draft;
    private final Desk desk;
    private final Background background;
    private final Countdown countdown;

    public Payment(DraftId draft, Desk desk, Background background) {
        this.draft = draft;
        this.desk = desk;
        this.background = background;
        this.countdown = new Countdown(background);
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public DraftId draft() {
        return draft;
    }

    /// Shows how the adding of funds stands, which comes before paying.
    public void show(Stage adding) {
        stage.set(adding);
    }

    /// The mailer changed the piece: what was said of it before is over.
    public void changed() {
        if (stage.get().isOpen()) {
            stage.set(new Open());
        }
    }

    /// Pays at the quote's price and prints. `objection` says why the piece would not come out as
    /// it has to, if it would not; it is asked for in the background, before anything is charged.
    public void pay(
            Quote quote,
            PrintPlan.Kept plan,
            PrintRoom room,
            Supplier<Optional<String>> objection) {
        var reserving = new Reserving(quote.total());
        stage.set(reserving);
        background.run(
                objection,
                reason ->
                        reason.ifPresentOrElse(
                                why -> stage.set(new CannotPrint(why)),
                                () -> buy(new Draft(draft, quote, List.of(plan)), room)));
    }

    /// Asks again for the outcome, at once.
    public void check() {
        if (stage.get() instanceof Checking checking) {
            countdown.stop();
            stage.set(new Asking(checking));
            background.run(() -> desk.check(draft), purchase -> checked(purchase, checking));
        }
    }

    /// Prints what is paid, without charging anything.
    public void print(PrintRoom room) {
        if (stage.get() instanceof Found || stage.get() instanceof Unprinted) {
            stage.get().paid().ifPresent(piece -> print(piece, room));
        }
    }

    private void buy(Draft wish, PrintRoom room) {
        Runnable stored = () -> background.after(Duration.ZERO, this::sent);
        background.run(() -> desk.buy(wish, stored), purchase -> bought(purchase, room));
    }

    private void sent() {
        if (stage.get() instanceof Reserving(var price)) {
            stage.set(new Signing(price));
        }
    }

    private void bought(Purchase purchase, PrintRoom room) {
        switch (purchase) {
            case Purchase.Charged charged -> print(charged.pieces().getFirst(), room);
            case Purchase.NotCharged(_, var why) -> stage.set(new NotCharged(why));
            case Purchase.Checking checking -> doubt(checking, 1);
        }
    }

    private void checked(Purchase purchase, Checking before) {
        switch (purchase) {
            case Purchase.Charged charged -> stage.set(new Found(charged.pieces().getFirst()));
            case Purchase.NotCharged(_, var why) -> stage.set(new NotCharged(why));
            case Purchase.Checking checking -> doubt(checking, before.times() + 1);
        }
    }

    private void doubt(Purchase.Checking doubt, int times) {
        countdown.from(
                SECONDS_BETWEEN_CHECKS,
                seconds ->
                        stage.set(
                                new Checking(
                                        doubt.amount(),
                                        doubt.since(),
                                        times,
                                        doubt.doubt(),
                                        seconds)),
                this::check);
    }

    private void print(PaidPiece piece, PrintRoom room) {
        stage.set(new Stage.Printing(piece, room.name()));
        background.run(
                () -> printAndCount(piece, room),
                printing -> {
                    switch (printing) {
                        case Printing.NotOut(var reason) -> stage.set(new Unprinted(piece, reason));
                        case Printing.Out(var where) -> {
                            stage.set(new Printed(piece, where, false));
                            background.after(
                                    TIME_TO_SEE, () -> stage.set(new Printed(piece, where, true)));
                        }
                    }
                });
    }

    private Printing printAndCount(PaidPiece piece, PrintRoom room) {
        var printing = room.print(piece);
        if (printing instanceof Printing.Out(var where)) {
            desk.markPrinted(piece.id(), where, "");
        }
        return printing;
    }
}
