package org.franklin.client.history;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.history.piece.Chain;
import org.franklin.client.history.piece.Computer;
import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.piece.Fact;
import org.franklin.client.history.piece.Ledger;
import org.franklin.client.history.piece.Listing;
import org.franklin.client.history.piece.Query;
import org.franklin.client.history.piece.Row;
import org.franklin.client.history.printing.PrintingModel;
import org.franklin.client.history.printing.Progress;
import org.franklin.client.history.proof.ProofModel;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.ui.Background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Which pieces are listed, which is chosen, and what is known of the meter's whole history.
///
/// The outbox of this computer comes first; the meter's statement adds the pieces of other
/// computers once it is proven. Reading, searching and proving are done in the background; what was
/// overtaken meanwhile is dropped.
public final class HistoryModel {

    private static final int MOST_DRAFTS = 100_000;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(2);

    private final ReadOnlyObjectWrapper<Query> query = new ReadOnlyObjectWrapper<>(Query.ALL);
    private final ReadOnlyObjectWrapper<Ledger> ledger = new ReadOnlyObjectWrapper<>(Ledger.EMPTY);
    private final ReadOnlyObjectWrapper<Listing> listing =
            new ReadOnlyObjectWrapper<>(new Listing.Unknown());
    private final ReadOnlyObjectWrapper<Chain> chain =
            new ReadOnlyObjectWrapper<>(new Chain.Unread());
    private final ReadOnlyObjectWrapper<Detail> detail =
            new ReadOnlyObjectWrapper<>(new Detail.None());
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();

    private final Desk desk;
    private final Supplier<PrintRoom> room;
    private final Background background;
    private final Computer here;
    private final PrintingModel printing;
    private final ProofModel proof;
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Purchase> drafts = List.of();
    private String chosen = "";
    private boolean areDraftsKnown;
    private boolean isOutboxRead;
    private boolean isStatementAsked;
    private int reading;
    private int entering;
    private int searching;

    public HistoryModel(Desk desk, Supplier<PrintRoom> room, Background background, Computer here) {
        this.desk = desk;
        this.room = room;
        this.background = background;
        this.here = here;
        this.printing = new PrintingModel(desk, room, background);
        this.proof = new ProofModel(desk, background, chain);
        printing.progressProperty()
                .subscribe(progress -> {
                    if (progress instanceof Progress.Printed) {
                        readOutbox();
                    }
                });
    }

    ReadOnlyObjectProperty<Query> queryProperty() {
        return query.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Ledger> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Listing> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Chain> chainProperty() {
        return chain.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Detail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Whether reading the outbox takes so long that the mailer should see it.
    ReadOnlyBooleanProperty slowProperty() {
        return slow.getReadOnlyProperty();
    }

    /// Whether a draft in doubt is being asked for.
    ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    PrintingModel printing() {
        return printing;
    }

    ProofModel proof() {
        return proof;
    }

    /// Whoever shows the balance hears that a draft was settled.
    public void onSettled(Runnable listener) {
        listeners.add(listener);
    }

    /// Reads the outbox and the meter's statement again. What was read before stays meanwhile.
    public void refresh() {
        readOutbox();
        readStatement();
    }

    /// Looks for something else.
    void search(Query wanted) {
        query.set(wanted);
        if (!(listing.get() instanceof Listing.Unknown)) {
            search();
        }
    }

    /// Shows an entry in the panel.
    void choose(Row row) {
        boolean isOther = !row.key().equals(chosen);
        if (isOther) {
            chosen = row.key();
            printing.forget();
        }
        if (isOther || !isShown(row.entry())) {
            show(row.entry());
        }
    }

    private boolean isShown(Entry entry) {
        return detail.get() instanceof Detail.Of(var shown, _, _) && shown.equals(entry);
    }

    /// The place of the chosen entry among the rows; -1 if it is not there.
    int chosenAmong(List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(chosen)) {
                return i;
            }
        }
        return -1;
    }

    /// Asks again for the outcome of a draft that is in doubt.
    void check(Entry.InDoubt entry) {
        if (!checking.get()) {
            checking.set(true);
            background.run(
                    () -> desk.check(entry.draft().draft()),
                    _ -> {
                        checking.set(false);
                        readOutbox();
                        listeners.forEach(Runnable::run);
                    });
        }
    }

    private void readOutbox() {
        int turn = ++reading;
        isOutboxRead = false;
        background.after(SHORT, () -> slow.set(!isOutboxRead));
        background.run(
                () -> desk.recent(MOST_DRAFTS),
                found -> {
                    if (turn == reading) {
                        isOutboxRead = true;
                        slow.set(false);
                        areDraftsKnown = true;
                        drafts = found;
                        enter();
                    }
                });
    }

    private void readStatement() {
        if (isStatementAsked) {
            return;
        }
        isStatementAsked = true;
        background.after(
                LONG,
                () -> {
                    if (isStatementAsked && chain.get() instanceof Chain.Unread) {
                        chain.set(new Chain.Reading());
                    }
                });
        background.run(
                () -> Chain.of(desk.statement()),
                found -> {
                    isStatementAsked = false;
                    chain.set(found);
                    if (areDraftsKnown) {
                        enter();
                    }
                });
    }

    private void enter() {
        int turn = ++entering;
        var known = drafts;
        var steps = chain.get().proven();
        background.run(
                () -> Ledger.of(known, steps, here),
                made -> {
                    if (turn == entering) {
                        ledger.set(made);
                        search();
                    }
                });
    }

    private void search() {
        int turn = ++searching;
        var wanted = query.get();
        var among = ledger.get();
        background.run(
                () -> wanted.in(among),
                found -> {
                    if (turn == searching) {
                        list(found);
                    }
                });
    }

    /// The chosen entry stays chosen while it is listed; else the first is.
    private void list(Listing found) {
        if (found instanceof Listing.Found(var rows, _, _)) {
            int place = Math.max(0, chosenAmong(rows));
            choose(rows.get(place));
        } else {
            chosen = "";
            detail.set(new Detail.None());
        }
        listing.set(found);
    }

    private void show(Entry entry) {
        background.run(
                () -> look(entry),
                seen -> {
                    if (entry.key().equals(chosen)) {
                        detail.set(seen);
                    }
                });
    }

    private Detail.Of look(Entry entry) {
        var life = new ArrayList<Fact>();
        String obstacle = "";
        if (entry instanceof Entry.Here(var piece, var purchase)) {
            desk.asked(purchase.draft()).ifPresent(time -> life.add(new Fact.Reserved(time)));
            if (piece.plan() instanceof PrintPlan.Forgotten
                    && room.get().layOut(piece) instanceof LaidOut.DoesNotFit(var reason)) {
                obstacle = reason;
            }
        }
        life.addAll(Fact.of(entry));
        return new Detail.Of(entry, life, obstacle);
    }
}
