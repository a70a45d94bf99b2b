package org.franklin.datacenter.simulation;

import static org.franklin.datacenter.simulation.Violation.unless;

import org.franklin.box.BoxEvent;
import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.Standing;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The end of a run: everything starts again, everybody asks until there is an answer, and then the
/// books of the box, of the database and of those who asked must be the same.
final class Closing {

    private static final int ROUNDS = 60;

    /// What an honest data center's boxes never note.
    private static final Set<Kind> GRAVE =
            EnumSet.of(
                    Kind.TAMPERED_MAC,
                    Kind.TAMPERED_ROLLBACK,
                    Kind.FORKED,
                    Kind.BOX_BEHIND,
                    Kind.LATCHED,
                    Kind.UNCONFIRMED);

    private final Nature nature;
    private final Chance chance;
    private final SimulatedBox box;
    private final SimulatedDatabase database;
    private final Wall wall;
    private final Mailers mailers;

    Closing(World world) {
        nature = world.nature;
        chance = world.chance;
        box = world.box;
        database = world.database;
        wall = world.wall;
        mailers = world.mailers;
    }

    void close() {
        if (chance.percent(50)) {
            box.kill();
        } else {
            box.cutPower();
        }
        box.start();
        if (nature == Nature.DAMAGE) {
            everybodyAsks();
            return;
        }
        unless(
                box.isUp() && box.grievance().isEmpty(),
                "the box does not start again: " + box.grievance());
        everybodyAsks();
        switch (nature) {
            case HONEST -> {
                nobodyWaits();
                booksAgree();
                nothingGraveHappened();
                database.replace(withoutSteps());
                answersStay(8);
            }
            case DISHONEST -> paidRepliesStay();
            case DAMAGE -> throw new AssertionError("that was before");
        }
    }

    private void everybodyAsks() {
        for (int round = 0; round < ROUNDS; round++) {
            for (Errand errand : mailers.undelivered()) {
                mailers.hear(errand, answer(errand));
            }
            for (Client client : List.copyOf(mailers.clients())) {
                client.current().ifPresent(errand -> mailers.hear(errand, answer(errand)));
            }
            if (isQuiet()) {
                return;
            }
        }
    }

    private boolean isQuiet() {
        return mailers.undelivered().isEmpty()
                && mailers.clients().stream().allMatch(client -> client.current().isEmpty());
    }

    /// A handler that nobody disturbs.
    private Answer answer(Errand errand) {
        var handler = new Handler(errand, 0, database, wall);
        while (handler.answer().isEmpty()) {
            if (!handler.move()) {
                database.commit(true);
            }
        }
        return handler.answer().orElseThrow();
    }

    private void nobodyWaits() {
        mailers.clients()
                .forEach(client ->
                        unless(client.current().isEmpty(), "nobody answers " + client.current()));
        unless(mailers.undelivered().isEmpty(), "money does not arrive: " + mailers.undelivered());
        answersStay(Integer.MAX_VALUE);
    }

    /// Every request has one outcome, the same bytes whenever it is asked for.
    private void answersStay(int most) {
        var all = new ArrayList<>(mailers.answered().entrySet());
        for (var entry : all.subList(Math.max(0, all.size() - most), all.size())) {
            unless(
                    answer(entry.getKey()).equals(new Answer.Answered(entry.getValue())),
                    entry.getKey() + " gets another answer than before");
        }
    }

    private SimulatedDatabase.Tables withoutSteps() {
        var tables = database.backup();
        tables.steps().clear();
        return tables;
    }

    private void booksAgree() {
        for (SerialNumber serial : mailers.meters()) {
            var entries = wall.ledger().entries(serial);
            var row = database.record(serial).orElseThrow();
            unless(
                    row.counter() == entries.size() - 1
                            && Optional.of(row.record()).equals(entries.getLast().record()),
                    "the database has another record of " + serial);
            unless(
                    standing(row.record()) == Standing.CURRENT,
                    serial + " stands " + standing(row.record()));
            for (var entry : entries) {
                unless(
                        database.step(serial, entry.request())
                                .map(step -> step.reply())
                                .equals(Optional.of(entry.bytes())),
                        "the database has another reply to " + entry.request());
            }
        }
    }

    private Standing standing(Bytes record) {
        return box.ask(new MeterBoxRequest.Look(record))
                        instanceof MeterBoxAnswer.Looked(var standing, _)
                ? standing
                : Standing.UNKNOWN;
    }

    private void nothingGraveHappened() {
        unless(wall.alarms() == 0, "a false alarm was rung");
        events().forEach(
                        event -> unless(!GRAVE.contains(event.kind()), "the box noted a " + event));
    }

    private List<BoxEvent> events() {
        return box.ask(new MeterBoxRequest.Events(1)) instanceof MeterBoxAnswer.Events(var events)
                ? events
                : List.of();
    }

    /// Whatever was taken from a meter, its reply is there for who paid for it.
    private void paidRepliesStay() {
        answersStay(Integer.MAX_VALUE);
        for (Client client : mailers.clients()) {
            for (Errand errand : client.current().stream().toList()) {
                var taken = wall.ledger().taken(errand.serial(), errand.place().orElseThrow());
                unless(
                        taken.isEmpty() || answer(errand) instanceof Answer.Answered,
                        errand
                                + " was paid at "
                                + MeterRecord.subject(errand.serial())
                                + ", and its reply is gone");
            }
        }
    }
}
