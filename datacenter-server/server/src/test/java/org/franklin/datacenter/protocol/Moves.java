package org.franklin.datacenter.protocol;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.freshness.Advance;
import org.franklin.box.record.Outcome;
import org.franklin.datacenter.database.journal.StoredRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.database.journal.Storing;
import org.franklin.datacenter.function.records.Archived;
import org.franklin.datacenter.function.records.Link;
import org.franklin.datacenter.function.records.Stepped;
import org.franklin.datacenter.function.records.Way;
import org.franklin.datacenter.function.records.Way.Heard;
import org.franklin.datacenter.function.records.Way.Move;
import org.franklin.datacenter.protocol.Situation.Phase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that can happen next in a situation: devices send and send again; the network delivers,
/// keeps a copy, or loses; a handler makes its next move; a handler or the box dies; an
/// administrator acts.
final class Moves {

    /// `smooth` if nothing went wrong in it.
    record Next(Situation to, boolean smooth, String what) {}

    private final StepTree tree;
    private final Variation variation;
    private final Accident accident;
    private final List<Way> ways = new ArrayList<>();
    private final Map<Way, Integer> numbers = new HashMap<>();

    Moves(StepTree tree, Variation variation, Accident accident) {
        this.tree = tree;
        this.variation = variation;
        this.accident = accident;
    }

    List<Next> from(Situation at) {
        var all = new ArrayList<Next>();
        clients(at, all);
        for (int handler = 0; handler < Situation.HANDLERS; handler++) {
            handler(at, handler, all);
        }
        if (at.crashes() > 0) {
            crashes(at, all);
        }
        if (at.acts() > 0) {
            acts(at, all);
        }
        return all;
    }

    private void clients(Situation at, List<Next> all) {
        for (Asking asking : tree.askings()) {
            int id = tree.askings().indexOf(asking);
            if (!at.isSent(id) && isNext(at, asking)) {
                all.add(smooth(at.copy().send(id), "send " + id));
            }
            if (at.isSent(id)) {
                deliver(at, id, all);
            }
        }
        for (int place = 0; place < tree.places(); place++) {
            if (at.sentBack(place) != 0) {
                int node = at.sentBack(place);
                all.add(
                        smooth(
                                at.copy().sentBack(place, 0).got(place, node),
                                "reply for place " + place));
                all.add(new Next(at.copy().sentBack(place, 0), false, "lose reply " + place));
            }
        }
    }

    /// A device asks for a place while it has no reply, and for one only after the one before.
    private boolean isNext(Situation at, Asking asking) {
        return at.got(asking.place()) == 0
                && (asking.sequence() == 1 || at.got(asking.place() - 1) != 0);
    }

    private void deliver(Situation at, int asking, List<Next> all) {
        for (int handler = 0; handler < Situation.HANDLERS; handler++) {
            if (at.phase(handler) == Phase.IDLE) {
                var delivered = at.copy().handler(handler, Phase.LOOKUP, asking, 0, 0);
                all.add(smooth(delivered, "deliver " + asking));
                return;
            }
        }
    }

    private void handler(Situation at, int handler, List<Next> all) {
        int asking = at.asking(handler);
        int place = tree.askings().get(asking).place();
        switch (at.phase(handler)) {
            case IDLE -> {
                // Waits for a request.
            }
            case LOOKUP -> {
                int row = at.row(place);
                all.add(
                        smooth(
                                row != 0
                                        ? at.copy().handler(handler, Phase.REPLY, asking, 0, row)
                                        : on(at.copy(), handler, asking, Way.begin()),
                                "look up"));
            }
            case RULED -> all.add(smooth(commit(at, handler), "commit"));
            case REPLY ->
                    all.add(
                            smooth(
                                    at.copy().sentBack(place, at.node(handler)).idle(handler),
                                    "answer"));
            case WAY -> way(at, handler).ifPresent(next -> all.add(smooth(next, "go on")));
        }
    }

    /// The handler's next move, unless it waits for the lock.
    private Optional<Situation> way(Situation at, int handler) {
        Way way = ways.get(at.way(handler));
        int asking = at.asking(handler);
        boolean locked = isLockedByOther(at, handler);
        return switch (way.move()) {
            case Move.Read _ when way.alone() && locked -> Optional.empty();
            case Move.Read _ ->
                    Optional.of(
                            on(
                                    at.copy(),
                                    handler,
                                    asking,
                                    way.next(
                                            new Heard.Row(
                                                    Optional.of(recordOf(at.database())),
                                                    Optional.empty()))));
            case Move.Show(var record) ->
                    Optional.of(show(at, handler, way, tree.ofRecord(record)));
            case Move.Store _, Move.Recall _ when locked -> Optional.empty();
            case Move.Store store -> Optional.of(store(at, handler, way, store));
            case Move.Recall _ -> Optional.of(recall(at, handler, way));
            case Move.End(var stepped) -> Optional.of(end(at, handler, stepped));
            case Move.Sound _ -> throw new AssertionError("something was asked");
        };
    }

    private boolean isLockedByOther(Situation at, int handler) {
        int other = 1 - handler;
        if (at.phase(other) == Phase.RULED) {
            return ways.get(at.way(other)).alone();
        }
        if (at.phase(other) != Phase.WAY) {
            return false;
        }
        Way way = ways.get(at.way(other));
        return way.alone() && (way.move() instanceof Move.Show || way.move() instanceof Move.Store);
    }

    private StoredRecord recordOf(int node) {
        Advance step = tree.node(node).step();
        return new StoredRecord(step.counter(), step.record());
    }

    private Situation show(Situation at, int handler, Way way, int shown) {
        var word = tree.ask(at.box(), at.keeping(), shown, at.asking(handler), way.confirmation());
        if (word.node() >= 0) {
            return at.copy()
                    .handler(
                            handler, Phase.RULED, at.asking(handler), at.way(handler), word.node());
        }
        var answer = answer(at, handler, word.outcome());
        return on(
                at.copy().keep(word.keeping()),
                handler,
                at.asking(handler),
                way.next(new Heard.Answer(answer, true)));
    }

    /// As the box answers, with its journal at hand.
    private StepAnswer answer(Situation at, int handler, Outcome outcome) {
        Advance last = tree.node(at.box()).step();
        return switch (outcome) {
            case Outcome.Redo _ ->
                    new StepAnswer.Redo(
                            last.counter(),
                            last.record(),
                            last.request(),
                            last.reply(),
                            last.time());
            case Outcome.Stale(long known, long number) -> new StepAnswer.Stale(known, number);
            case Outcome.Retried _ -> done(last);
            case Outcome.IssuedEarlier(var request) -> new StepAnswer.IssuedEarlier(request);
            case Outcome.RolledBack _ -> new StepAnswer.Tampered(StepAnswer.Evidence.ROLLED_BACK);
            case Outcome.Forked _ -> new StepAnswer.Tampered(StepAnswer.Evidence.FORKED);
            case Outcome.Latched(var evidence) -> new StepAnswer.Locked(evidence);
            case Outcome.BoxBehind _, Outcome.OutOfService _ ->
                    new StepAnswer.OutOfService("stopped");
            case Outcome.SequenceGap(long expected) ->
                    new StepAnswer.Refused(new Refusal.SequenceGap(expected));
            case Outcome.Refused(var refusal) -> new StepAnswer.Refused(refusal);
            case Outcome.Conflict _, Outcome.TamperedMac _, Outcome.Current _, Outcome.Taken _ ->
                    throw new AssertionError(
                            "handler " + handler + " of the small world hears " + outcome);
        };
    }

    private static StepAnswer.Done done(Advance step) {
        return new StepAnswer.Done(
                step.counter(), step.record(), step.request(), step.reply(), step.time());
    }

    /// By compare-and-swap: where another step came first, the record is shown again.
    private Situation commit(Situation at, int handler) {
        int node = at.node(handler);
        Way way = ways.get(at.way(handler));
        boolean wins =
                variation == Variation.NO_SWAP
                        || (tree.node(node).before() == at.box()
                                && !at.has(Situation.LATCHED)
                                && !at.has(Situation.STOPPED));
        if (!wins) {
            return at.copy().handler(handler, Phase.WAY, at.asking(handler), at.way(handler), 0);
        }
        return on(
                at.copy().box(node).clear(Situation.OPEN),
                handler,
                at.asking(handler),
                way.next(new Heard.Answer(done(tree.node(node).step()), true)));
    }

    /// As [org.franklin.datacenter.database.journal.ChainTables] stores.
    private Situation store(Situation at, int handler, Way way, Move.Store store) {
        int node = tree.ofRecord(store.link().record().record());
        var next = at.copy();
        long counter = tree.node(at.database()).step().counter();
        Storing moved = Storing.STORED;
        if (store.link().record().counter() == counter + 1) {
            next.database(node);
        } else if (store.link().record().counter() > counter) {
            moved = Storing.RECORD_BEHIND;
        } else if (store.link().record().counter() == counter && at.database() != node) {
            next.database(node);
            moved = Storing.REPLACED_ANOTHER;
        }
        Storing kept = keepRow(next, node);
        return on(
                next,
                handler,
                at.asking(handler),
                way.next(new Heard.Kept(moved == Storing.STORED ? kept : moved)));
    }

    private Storing keepRow(Situation next, int node) {
        int place = tree.node(node).place();
        if (place < 0 || next.row(place) == node) {
            return Storing.STORED;
        }
        boolean another = next.row(place) != 0;
        next.row(place, node);
        return another ? Storing.REPLACED_ANOTHER : Storing.STORED;
    }

    private Situation recall(Situation at, int handler, Way way) {
        int place = tree.askings().get(at.asking(handler)).place();
        int found = at.row(place) != 0 ? at.row(place) : tree.onPath(at.box(), place);
        var next = at.copy();
        if (found < 0) {
            return on(
                    next,
                    handler,
                    at.asking(handler),
                    way.next(new Heard.Recalled(new Archived.Nothing())));
        }
        keepRow(next, found);
        return on(
                next,
                handler,
                at.asking(handler),
                way.next(new Heard.Recalled(new Archived.Step(stepOf(found)))));
    }

    private StoredStep stepOf(int node) {
        return Link.of(done(tree.node(node).step())).step();
    }

    /// As [org.franklin.datacenter.function.postage.DispensePostage] ends: at a locked meter, what
    /// was paid before is answered still.
    private Situation end(Situation at, int handler, Stepped stepped) {
        int asking = at.asking(handler);
        return switch (stepped) {
            case Stepped.Taken(_, var reply) ->
                    at.copy().handler(handler, Phase.REPLY, asking, 0, tree.ofReply(reply));
            case Stepped.Locked _ -> {
                int place = tree.askings().get(asking).place();
                int found = at.row(place) != 0 ? at.row(place) : tree.onPath(at.box(), place);
                yield found < 0
                        ? at.copy().idle(handler)
                        : at.copy().handler(handler, Phase.REPLY, asking, 0, found);
            }
            case Stepped.Pending _, Stepped.Refused _, Stepped.Unknown _ -> at.copy().idle(handler);
        };
    }

    private Situation on(Situation next, int handler, int asking, Way way) {
        if (!way.alarms().isEmpty()) {
            next.raise(Situation.ALARM);
        }
        int number =
                numbers.computeIfAbsent(
                        way,
                        fresh -> {
                            ways.add(fresh);
                            return ways.size() - 1;
                        });
        return next.handler(handler, Phase.WAY, asking, number, 0);
    }

    private void crashes(Situation at, List<Next> all) {
        boolean deciding = false;
        for (int handler = 0; handler < Situation.HANDLERS; handler++) {
            if (at.phase(handler) != Phase.IDLE) {
                all.add(new Next(at.copy().crashed().idle(handler), false, "a handler dies"));
            }
            deciding |= at.phase(handler) == Phase.RULED;
        }
        if (deciding || at.has(Situation.OPEN)) {
            all.add(new Next(boxDies(at), false, "the box dies and starts again"));
        }
    }

    /// Whatever it had decided and not committed is lost, and so is what it keeps while it runs.
    private static Situation boxDies(Situation at) {
        var next = at.copy().crashed().clear(Situation.OPEN);
        for (int handler = 0; handler < Situation.HANDLERS; handler++) {
            if (at.phase(handler) == Phase.RULED) {
                next.idle(handler);
            }
        }
        return next;
    }

    private void acts(Situation at, List<Next> all) {
        switch (accident) {
            case NONE -> {
                // The administrators are honest.
            }
            case RESTORE -> {
                for (int old = tree.node(at.database()).before();
                        old >= StepTree.ROOT;
                        old = tree.node(old).before()) {
                    var record = at.copy().tampered().database(old);
                    all.add(new Next(record, false, "put back a record"));
                    all.add(new Next(withoutLaterRows(record, old), false, "put back all"));
                }
            }
            case DELETE_ROW -> {
                for (int place = 0; place < tree.places(); place++) {
                    if (at.row(place) != 0) {
                        all.add(
                                new Next(
                                        at.copy().tampered().row(place, 0),
                                        false,
                                        "delete the row of place " + place));
                    }
                }
            }
        }
    }

    private Situation withoutLaterRows(Situation record, int old) {
        var next = record.copy();
        for (int place = 0; place < tree.places(); place++) {
            if (next.row(place) != 0 && !tree.isOnPath(old, next.row(place))) {
                next.row(place, 0);
            }
        }
        return next;
    }

    private static Next smooth(Situation to, String what) {
        return new Next(to, true, what);
    }
}
