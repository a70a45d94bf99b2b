package org.franklin.client.history.piece;

import org.franklin.client.datacenter.draft.Printout;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.model.meter.Receipt;
import org.franklin.model.money.Postage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One fact in the life of a piece: recorded, or still to come.
public sealed interface Fact {

    /// A fact with its time.
    sealed interface Recorded extends Fact {
        Instant time();
    }

    /// The request was stored on this computer, before anything was sent.
    record Reserved(Instant time) implements Recorded {}

    /// The amount is what was charged for the whole draft, `pieces` of them.
    record Charged(Instant time, Postage amount, int pieces, long receipt) implements Recorded {}

    record Printed(Printout printout) implements Recorded {
        @Override
        public Instant time() {
            return printout.time();
        }
    }

    record PrintedAgain(Printout printout) implements Recorded {
        @Override
        public Instant time() {
            return printout.time();
        }
    }

    record NotKnownIfCharged(Doubt doubt) implements Fact {}

    record NotPrintedYet() implements Fact {}

    /// Printings are recorded on the computer that makes them.
    record PrintedElsewhere(int computer) implements Fact {}

    record NotSeenYet() implements Fact {}

    /// The life of an entry, in order, as far as the entry knows it.
    static List<Fact> of(Entry entry) {
        var facts = new ArrayList<Fact>();
        switch (entry) {
            case Entry.Here(var piece, var purchase) -> {
                facts.add(
                        charged(
                                purchase.receipt().receipt(),
                                purchase.amount(),
                                purchase.pieces().size()));
                for (Printout printout : piece.printouts()) {
                    facts.add(
                            facts.getLast() instanceof Charged
                                    ? new Printed(printout)
                                    : new PrintedAgain(printout));
                }
                if (piece.printouts().isEmpty()) {
                    facts.add(new NotPrintedYet());
                }
                facts.add(new NotSeenYet());
            }
            case Entry.Elsewhere elsewhere -> {
                var step = elsewhere.step();
                facts.add(
                        charged(
                                step.receipt().receipt(),
                                Symbols.sum(step.indicia()),
                                step.indicia().size()));
                facts.add(new PrintedElsewhere(elsewhere.computer()));
                facts.add(new NotSeenYet());
            }
            case Entry.InDoubt(var draft) -> {
                facts.add(new Reserved(draft.since()));
                facts.add(new NotKnownIfCharged(draft.doubt()));
            }
        }
        return List.copyOf(facts);
    }

    private static Charged charged(Receipt receipt, Postage amount, int pieces) {
        return new Charged(receipt.time(), amount, pieces, receipt.counter());
    }
}
