package org.franklin.client.funds;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.funds.Progress.Added;
import org.franklin.client.funds.Progress.Asking;
import org.franklin.client.funds.Progress.Checking;
import org.franklin.client.funds.Progress.Choosing;
import org.franklin.client.funds.Progress.NotTaken;
import org.franklin.client.ui.Background;
import org.franklin.client.ui.Countdown;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Refill;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// One wish to add funds. Its id is drawn at the first click and kept until it is known whether the
/// money was taken, so that no second click takes it twice.
public final class FundsModel {

    static final List<Postage> USUAL =
            List.of(Postage.ofDollars(25), Postage.ofDollars(50), Postage.ofDollars(100));

    private static final int SECONDS_BETWEEN_CHECKS = 5;

    private final StringProperty amount = new SimpleStringProperty(plain(USUAL.get(1)));
    private final ObjectProperty<PaymentMethod> method;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Choosing());
    private final ObservableValue<Optional<Postage>> wish =
            Bindings.createObjectBinding(this::read, amount);

    private final Desk desk;
    private final Background background;
    private final Supplier<UUID> ids;
    private final Countdown countdown;
    private UUID refill;

    public FundsModel(PaymentMethod method, Desk desk, Background background, Supplier<UUID> ids) {
        this.method = new SimpleObjectProperty<>(method);
        this.desk = desk;
        this.background = background;
        this.ids = ids;
        this.countdown = new Countdown(background);
        this.refill = ids.get();
    }

    /// In dollars, as it is typed.
    StringProperty amountProperty() {
        return amount;
    }

    ObjectProperty<PaymentMethod> methodProperty() {
        return method;
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// The amount, if it is one that can be added.
    ObservableValue<Optional<Postage>> wishBinding() {
        return wish;
    }

    void choose(Postage usual) {
        amount.set(plain(usual));
    }

    /// Adds the funds; nothing while an earlier click is still being worked on.
    void add() {
        switch (progress.get()) {
            case Asking _, Checking _, Added _ -> {}
            case Choosing _, NotTaken _ ->
                    wish.getValue()
                            .ifPresent(dollars -> {
                                progress.set(new Asking(dollars));
                                var wanted = new Refill(refill, dollars, method.get());
                                background.run(() -> desk.refill(wanted), this::answered);
                            });
        }
    }

    /// Asks again for the outcome, at once.
    void check() {
        if (progress.get() instanceof Checking(var dollars, _, _)) {
            countdown.stop();
            progress.set(new Asking(dollars));
            var asked = refill;
            background.run(() -> desk.checkRefill(asked), this::answered);
        }
    }

    /// Stops asking by itself; the outbox keeps the request, and the next start settles it.
    public void close() {
        countdown.stop();
    }

    private void answered(Funding funding) {
        switch (funding) {
            case Funding.Added(_, var dollars, var receipt) ->
                    progress.set(
                            new Added(
                                    dollars,
                                    receipt.receipt().registers().descending(),
                                    receipt.receipt().counter()));
            case Funding.NotTaken(_, var why) -> {
                refill = ids.get();
                progress.set(new NotTaken(why));
            }
            case Funding.Checking(_, var dollars, _, var doubt) -> {
                countdown.from(
                        SECONDS_BETWEEN_CHECKS,
                        seconds -> progress.set(new Checking(dollars, doubt, seconds)),
                        this::check);
            }
        }
    }

    private Optional<Postage> read() {
        try {
            var dollars = Postage.parse(amount.get());
            // A refill knows by itself which amounts it allows.
            return Optional.of(new Refill(new UUID(0, 0), dollars, method.get()).amount());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String plain(Postage dollars) {
        return dollars.toString().substring(1);
    }
}
