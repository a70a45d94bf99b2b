package org.franklin.datacenter.protocol;

import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Slot;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.Effect;
import org.franklin.box.record.Memory;
import org.franklin.box.record.Outcome;
import org.franklin.box.record.Ruling;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.record.Watch;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every step that the core was ever asked to take, as a tree: a chain of records is a path in it.
/// A pure core gives the same answer to the same question, so each question is asked once.
final class StepTree {

    /// No step: the meter as it was before.
    static final int ROOT = 0;

    /// One step: the one before it, and the place that it took (-1 for the root).
    record Node(Advance step, int before, int place, Slot slot, Optional<String> wrong) {}

    /// What the box keeps beside its last step.
    record Keeping(boolean latched, boolean stopped, boolean open) {}

    /// What the core said: the row, the keeping afterwards, and the new step, if any (else -1).
    record Word(Outcome outcome, Keeping keeping, int node) {}

    private record Question(int last, Keeping keeping, int shown, int asking, long confirmation) {}

    /// Signatures are random, so the same step is taken from the first time that it was made.
    private record Growth(int before, int asking) {}

    private final SmallMeter meter;
    private final Variation variation;
    private final List<Asking> askings;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Question, Word> words = new HashMap<>();
    private final Map<Growth, Integer> growths = new HashMap<>();
    private final Map<Bytes, Integer> byRecord = new HashMap<>();
    private final Map<Bytes, Integer> byReply = new HashMap<>();

    /// The first device asks `first` times, the second one `second` times, and may give its last
    /// request up.
    StepTree(Suite suite, int first, int second, Variation variation) {
        this.meter = new SmallMeter(suite);
        this.variation = variation;
        var all = new ArrayList<Asking>();
        for (int k = 1; k <= first; k++) {
            all.add(new Asking(0, k, all.size(), false, meter.dispense(0, k)));
        }
        for (int k = 1; k <= second; k++) {
            all.add(new Asking(1, k, all.size(), false, meter.dispense(1, k)));
        }
        all.add(new Asking(1, second, all.size() - 1, true, meter.cancel(1, second)));
        askings = List.copyOf(all);
        add(new Node(meter.last(), -1, -1, meter.slot(), Optional.empty()));
    }

    List<Asking> askings() {
        return askings;
    }

    int places() {
        return askings.size() - 1;
    }

    Node node(int id) {
        return nodes.get(id);
    }

    int size() {
        return nodes.size();
    }

    int ofRecord(Bytes record) {
        return byRecord.get(record);
    }

    int ofReply(Bytes reply) {
        return byReply.get(reply);
    }

    /// The step on the path to `last` that took a place, or -1.
    int onPath(int last, int place) {
        for (int id = last; id != ROOT; id = nodes.get(id).before()) {
            if (nodes.get(id).place() == place) {
                return id;
            }
        }
        return -1;
    }

    boolean isOnPath(int last, int node) {
        int id = last;
        while (id != ROOT && id != node) {
            id = nodes.get(id).before();
        }
        return id == node;
    }

    Word ask(int last, Keeping keeping, int shown, int asking, long confirmation) {
        return words.computeIfAbsent(
                new Question(last, keeping, shown, asking, confirmation), this::answer);
    }

    private Word answer(Question question) {
        var asking = askings.get(question.asking());
        var memory = memory(question);
        var shown = nodes.get(question.shown()).step();
        var step = variation == Variation.NO_SEQUENCE ? renumbered(asking, shown) : asking;
        Ruling ruling = meter.rule(memory, shown, step.step(), question.confirmation());
        if (variation == Variation.NO_CONFIRM && ruling.outcome() instanceof Outcome.Stale) {
            ruling = meter.rule(ruling.memory(), shown, step.step(), SmallMeter.NONCE);
        }
        var after = ruling.memory();
        var keeping =
                new Keeping(
                        after.slot().flatMap(Slot::latched).isPresent(),
                        after.fault().isPresent(),
                        after.watch().confirmation() != 0);
        int node =
                ruling.effects().stream()
                        .filter(Effect.Commit.class::isInstance)
                        .map(Effect.Commit.class::cast)
                        .map(commit -> grow(question, asking.place(), commit.step(), after))
                        .findFirst()
                        .orElse(-1);
        return new Word(ruling.outcome(), keeping, node);
    }

    /// How often an old record was shown is left out: it leads to notes alone.
    private Memory memory(Question question) {
        Slot slot = nodes.get(question.last()).slot();
        if (variation == Variation.ONE_SLOT) {
            slot = new Slot(slot.counter(), slot.hash(), Hash.NONE, slot.latched());
        }
        if (question.keeping().latched()) {
            slot = slot.latchedFor(Evidence.ROLLED_BACK);
        }
        return new Memory(
                Optional.of(slot),
                new Watch(question.keeping().open() ? SmallMeter.NONCE : 0, 0, Watch.NONE.missed()),
                question.keeping().stopped() ? Optional.of("stopped") : Optional.empty());
    }

    /// The same wish under the device's next free number.
    private Asking renumbered(Asking asking, Advance shown) {
        long next =
                record(shown).roster().find(asking.device() + 1).orElseThrow().lastSequence() + 1;
        return new Asking(
                asking.device(),
                next,
                asking.place(),
                asking.cancel(),
                asking.cancel()
                        ? meter.cancel(asking.device(), next)
                        : meter.dispense(asking.device(), next));
    }

    private int grow(Question question, int place, Advance step, Memory after) {
        int before = question.shown();
        return growths.computeIfAbsent(
                new Growth(before, question.asking()),
                _ ->
                        add(
                                new Node(
                                        step,
                                        before,
                                        place,
                                        after.slot().orElseThrow(),
                                        wrong(before, place, step))));
    }

    private int add(Node node) {
        int id = nodes.size();
        nodes.add(node);
        byRecord.put(node.step().record(), id);
        byReply.put(node.step().reply(), id);
        return id;
    }

    /// What a path must never have: I2, one place twice; I3, books that differ from the indicia.
    private Optional<String> wrong(int before, int place, Advance step) {
        if (onPath(before, place) >= 0) {
            return Optional.of("I2: a request was answered by two steps");
        }
        var registers = record(step).registers();
        Postage issued = value(step);
        for (int id = before; id != ROOT; id = nodes.get(id).before()) {
            issued = issued.plus(value(nodes.get(id).step()));
        }
        return registers.ascending().equals(issued)
                        && registers.controlTotal().equals(SmallMeter.FUNDS)
                ? Optional.empty()
                : Optional.of("I3: the registers say " + registers + " for " + issued);
    }

    private static Postage value(Advance step) {
        return MeterReply.decode(step.reply()).orThrow() instanceof MeterReply.Issued(_, var pieces)
                ? new Postage(SmallMeter.PRICE.mills() * pieces.size())
                : Postage.ZERO;
    }

    private static MeterRecord record(Advance step) {
        return SignedRecord.body(MeterRecord.class, step.record()).orThrow();
    }
}
