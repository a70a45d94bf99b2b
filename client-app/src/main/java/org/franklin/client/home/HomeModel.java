package org.franklin.client.home;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.ui.Background;
import org.franklin.model.money.Postage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What home shows. It is made anew from the outbox whenever something happened.
public final class HomeModel {

    /// The drafts that a busy office makes in a month.
    private static final int MOST_DRAFTS = 1_000;

    private static final int MOST_WAITING = 2;
    private static final int MOST_ROWS = 8;
    private static final int ROWS_FOR_ONE_WAITING = 2;
    private static final int FEW_LETTERS = 10;

    private final ReadOnlyObjectWrapper<Letters> letters =
            new ReadOnlyObjectWrapper<>(new Letters.Unknown());
    private final ReadOnlyStringWrapper method = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Spending> spending;
    private final ReadOnlyObjectWrapper<List<Waiting>> waiting =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Newest> newest =
            new ReadOnlyObjectWrapper<>(new Newest.Unknown());

    /// The newest pieces.
    public sealed interface Newest {

        record Unknown() implements Newest {}

        /// The first day: nothing was bought here yet.
        record None() implements Newest {}

        record Pieces(List<PieceRow> rows) implements Newest {}
    }

    private final Desk desk;
    private final Background background;
    private final Clock clock;
    private final Set<PieceId> later = new HashSet<>();
    private Asked<Postage> price = new Asked.Given<>(Postage.ZERO);
    private Postage available = Postage.ZERO;
    private boolean isBalanceKnown;
    private Digest digest;

    public HomeModel(Desk desk, Background background, Clock clock) {
        this.desk = desk;
        this.background = background;
        this.clock = clock;
        this.digest = digest(List.of());
        this.spending = new ReadOnlyObjectWrapper<>(digest.spending());
    }

    ReadOnlyObjectProperty<Letters> lettersProperty() {
        return letters.getReadOnlyProperty();
    }

    /// How refills are paid.
    ReadOnlyStringProperty methodProperty() {
        return method.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Spending> spendingProperty() {
        return spending.getReadOnlyProperty();
    }

    /// All that waits, unprinted pieces first.
    ReadOnlyObjectProperty<List<Waiting>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Newest> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /// What fits without scrolling.
    List<Waiting> firstWaiting() {
        return waiting.get().stream().limit(MOST_WAITING).toList();
    }

    /// Reads the outbox and the price of a letter again.
    public void refresh() {
        background.run(
                () -> digest(desk.recent(MOST_DRAFTS)),
                found -> {
                    digest = found;
                    show();
                });
        background.run(
                desk::letterPrice,
                asked -> {
                    price = asked;
                    show();
                });
    }

    /// Hears how the account stands.
    public void account(Asked<Balance> asked) {
        if (asked instanceof Asked.Given<Balance>(var balance)) {
            available = balance.available();
            isBalanceKnown = true;
            method.set(balance.account().paymentMethod().title());
            show();
        }
    }

    /// Asks again for the outcome of a draft that is in doubt.
    void check(DraftId draft) {
        background.run(() -> desk.check(draft), _ -> refresh());
    }

    /// Leaves a piece unprinted for now; it waits again at the next start.
    void postpone(PieceId piece) {
        later.add(piece);
        show();
    }

    private void show() {
        letters.set(count());
        spending.set(digest.spending());
        waiting.set(waiting());
        var rows = digest.rows();
        int fitting = MOST_ROWS - ROWS_FOR_ONE_WAITING * firstWaiting().size();
        newest.set(
                rows.isEmpty()
                        ? new Newest.None()
                        : new Newest.Pieces(rows.stream().limit(fitting).toList()));
    }

    private Letters count() {
        return isBalanceKnown
                        && price instanceof Asked.Given<Postage>(var each)
                        && !each.equals(Postage.ZERO)
                ? new Letters.Known(available.mills() / each.mills(), each)
                : new Letters.Unknown();
    }

    private Digest digest(List<Purchase> purchases) {
        return Digest.of(purchases, MOST_ROWS, LocalDate.now(clock), clock.getZone());
    }

    private List<Waiting> waiting() {
        var all = new ArrayList<Waiting>();
        for (Waiting each : digest.waiting()) {
            if (!(each instanceof Waiting.Unprinted(var piece, _)) || !later.contains(piece.id())) {
                all.add(each);
            }
        }
        if (letters.get() instanceof Letters.Known(var count, _) && count < FEW_LETTERS) {
            all.add(new Waiting.LowBalance(count));
        }
        return List.copyOf(all);
    }
}
