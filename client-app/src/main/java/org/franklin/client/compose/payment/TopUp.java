package org.franklin.client.compose.payment;

import org.franklin.client.compose.payment.Stage.Adding;
import org.franklin.client.compose.payment.Stage.FundsInDoubt;
import org.franklin.client.compose.payment.Stage.FundsNotTaken;
import org.franklin.client.compose.payment.Stage.Open;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.ui.Background;
import org.franklin.client.ui.Countdown;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Refill;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Adds the funds that a piece lacks, once, before the piece is paid for. Its id is kept until it
/// is known whether the money was taken.
public final class TopUp {

    /// What is added, or so many times it.
    public static final Postage STEP = Postage.ofDollars(50);

    /// No refill is more.
    private static final long MOST_STEPS = 200;

    private static final int SECONDS_BETWEEN_CHECKS = 5;

    private final Desk desk;
    private final Background background;
    private final Supplier<UUID> ids;
    private final Consumer<Stage> show;
    private final Countdown countdown;
    private UUID refill;
    private Runnable whenAdded = () -> {};

    public TopUp(Desk desk, Background background, Supplier<UUID> ids, Consumer<Stage> show) {
        this.desk = desk;
        this.background = background;
        this.ids = ids;
        this.show = show;
        this.countdown = new Countdown(background);
        this.refill = ids.get();
    }

    /// The least number of steps that makes the balance enough for a price, as far as one refill
    /// can.
    public static Postage amount(Postage price, Postage balance) {
        long lacking = price.covers(balance) ? price.minus(balance).mills() : 0;
        long steps = Math.clamp(Math.ceilDiv(lacking, STEP.mills()), 1, MOST_STEPS);
        return new Postage(Math.multiplyExact(steps, STEP.mills()));
    }

    /// Adds an amount, and goes on with `added` when it is there.
    public void add(Postage amount, PaymentMethod method, Runnable added) {
        whenAdded = added;
        show.accept(new Adding(amount));
        var wanted = new Refill(refill, amount, method);
        background.run(() -> desk.refill(wanted), this::answered);
    }

    /// Asks again for the outcome, at once.
    public void check(Postage amount) {
        countdown.stop();
        show.accept(new Adding(amount));
        var asked = refill;
        background.run(() -> desk.checkRefill(asked), this::answered);
    }

    private void answered(Funding funding) {
        switch (funding) {
            case Funding.Added _ -> {
                refill = ids.get();
                show.accept(new Open());
                whenAdded.run();
            }
            case Funding.NotTaken(_, var why) -> {
                refill = ids.get();
                show.accept(new FundsNotTaken(why));
            }
            case Funding.Checking(_, var amount, _, var doubt) ->
                    countdown.from(
                            SECONDS_BETWEEN_CHECKS,
                            seconds -> show.accept(new FundsInDoubt(amount, doubt, seconds)),
                            () -> check(amount));
        }
    }
}
