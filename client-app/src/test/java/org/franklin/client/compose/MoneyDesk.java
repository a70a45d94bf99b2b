package org.franklin.client.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.print.room.Readiness;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.Refill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/// A desk that answers at random and takes no nonsense: nothing is bought twice or while it is
/// being checked, nothing is checked that was never asked for, and printings are counted as they
/// come out. Once it is `kind`, all goes well.
final class MoneyDesk implements Desk {

    private static final Instant NOW = Instant.parse("2026-11-23T14:14:02Z");
    private static final List<Refusal> REFUSALS = Samples.of(Refusal.class);

    boolean kind;
    final Set<DraftId> charged = new HashSet<>();
    final Map<DraftId, Integer> outs = new HashMap<>();
    final Map<DraftId, Integer> counted = new HashMap<>();
    final Set<UUID> taken = new HashSet<>();
    private final SplittableRandom random;
    private final Map<DraftId, Draft> inDoubt = new HashMap<>();
    private final Map<UUID, Refill> refillsInDoubt = new HashMap<>();
    private final Set<UUID> refillsOver = new HashSet<>();

    MoneyDesk(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public Asked<Quote> quote(List<Mailpiece> pieces) {
        return kind || random.nextInt(9) > 0
                ? Paid.quotedAt(random.nextInt(9) > 0 ? "0.74" : "0.78", pieces)
                : new Asked.NotGiven<>(refusal());
    }

    @Override
    public Purchase buy(Draft draft, Runnable stored) {
        assertFalse(inDoubt.containsKey(draft.id()), "bought while it was being checked");
        assertFalse(charged.contains(draft.id()), "bought again");
        stored.run();
        if (isLucky()) {
            return charge(draft);
        }
        if (random.nextBoolean()) {
            return new Purchase.NotCharged(draft.id(), refusal());
        }
        inDoubt.put(draft.id(), draft);
        return doubt(draft);
    }

    @Override
    public Purchase check(DraftId id) {
        var draft = open(inDoubt, id);
        if (!kind && random.nextInt(3) > 0) {
            return doubt(draft);
        }
        inDoubt.remove(id);
        return kind || random.nextBoolean()
                ? charge(draft)
                : new Purchase.NotCharged(id, new Refusal.GivenUp());
    }

    @Override
    public Optional<PaidPiece> markPrinted(PieceId piece, String where, String reason) {
        assertTrue(charged.contains(piece.draft()), "counted before it was paid");
        assertEquals("", reason);
        counted.merge(piece.draft(), 1, Integer::sum);
        return Optional.empty();
    }

    @Override
    public Funding refill(Refill refill) {
        assertFalse(refillsInDoubt.containsKey(refill.id()), "asked for while it was in doubt");
        assertFalse(refillsOver.contains(refill.id()), "asked for again under its id");
        if (isLucky()) {
            return take(refill);
        }
        if (random.nextBoolean()) {
            refillsOver.add(refill.id());
            return new Funding.NotTaken(refill.id(), refusal());
        }
        refillsInDoubt.put(refill.id(), refill);
        return new Funding.Checking(refill.id(), refill.amount(), NOW, Doubt.NO_ANSWER);
    }

    @Override
    public Funding checkRefill(UUID id) {
        var refill = open(refillsInDoubt, id);
        if (!kind && random.nextBoolean()) {
            return new Funding.Checking(id, refill.amount(), NOW, Doubt.NOT_DONE);
        }
        refillsInDoubt.remove(id);
        return take(refill);
    }

    @Override
    public List<PrintRoom> printRooms() {
        return List.of(new Room("Laser"), new Room("Labels"));
    }

    @Override
    public Habits habits() {
        return Habits.NONE;
    }

    @Override
    public void keep(Habits habits) {}

    private Purchase charge(Draft draft) {
        assertTrue(charged.add(draft.id()), "charged twice");
        return Paid.charged(draft);
    }

    private static Purchase doubt(Draft draft) {
        return new Purchase.Checking(draft.id(), draft.quote().total(), NOW, Doubt.NO_ANSWER);
    }

    private Funding take(Refill refill) {
        refillsOver.add(refill.id());
        assertTrue(taken.add(refill.id()), "taken twice");
        return new Funding.Added(
                refill.id(), refill.amount(), Paid.receipt(NOW, "50.00", taken.size()));
    }

    private boolean isLucky() {
        return kind || random.nextInt(3) > 0;
    }

    private Refusal refusal() {
        var refusals = new ArrayList<>(REFUSALS);
        return refusals.get(random.nextInt(refusals.size()));
    }

    private static <K, V> V open(Map<K, V> inDoubt, K id) {
        return Optional.ofNullable(inDoubt.get(id))
                .orElseThrow(() -> new AssertionError("checked although nothing was in doubt"));
    }

    /// A printer that fails at random, and counts the pieces that come out.
    private final class Room implements PrintRoom {

        private final String name;

        Room(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Resolution resolution() {
            return Resolution.DPI_203;
        }

        @Override
        public Readiness readiness() {
            return new Readiness.Ready();
        }

        @Override
        public Optional<String> refuses(Page page) {
            return isLucky() ? Optional.empty() : Optional.of("Labels takes no envelopes.");
        }

        @Override
        public Printing print(Page page, String title) {
            return new Printing.Out(name);
        }

        @Override
        public Printing print(PaidPiece piece) {
            if (!kind && random.nextBoolean()) {
                return new Printing.NotOut(name + " is out of paper.");
            }
            outs.merge(piece.id().draft(), 1, Integer::sum);
            return new Printing.Out(name);
        }
    }
}
