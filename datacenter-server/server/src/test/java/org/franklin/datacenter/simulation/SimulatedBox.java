package org.franklin.datacenter.simulation;

import org.franklin.box.StepAnswer;
import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.LyingDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxAnswer.Stepped;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterSeed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;

/// The process of a production [MeterBox] on a production journal, and the disk below it.
final class SimulatedBox {

    private static final String JOURNAL = "meter.journal";

    private final MeterSeed seed;
    private final LyingDisk disk;
    private final BoxDisk mounted;
    private final SecureRandom random;
    private final SimulatedClock clock;
    private Optional<MeterBox> process = Optional.empty();
    private Optional<String> grievance = Optional.empty();
    private boolean diskFailed;
    private long beforeLast;

    SimulatedBox(MeterSeed seed, Chance chance, SimulatedClock clock, Variation variation) {
        this.seed = seed;
        this.random = chance.forBox();
        this.clock = clock;
        disk = new LyingDisk(chance.number());
        mounted = variation == Variation.CACHES_WRITES ? new CachingDisk(disk) : disk;
        try {
            LocalJournal.create(disk, JOURNAL, MeterBox.journalKey(seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    boolean isUp() {
        return process.isPresent();
    }

    /// Whether the disk made any error that the process has met.
    boolean isTroubled() {
        return diskFailed;
    }

    /// Why it did not start last time.
    Optional<String> grievance() {
        return grievance;
    }

    void start() {
        try {
            var journal = LocalJournal.open(mounted, JOURNAL, MeterBox.journalKey(seed), clock);
            process = Optional.of(MeterBox.open(seed, journal, random, clock));
            grievance = journal.fault();
        } catch (IOException e) {
            grievance = Optional.of(e.toString());
        }
        diskFailed = false;
    }

    void kill() {
        disk.killProcess();
        process = Optional.empty();
    }

    void cutPower() {
        disk.cutPower();
        process = Optional.empty();
    }

    /// What a box says that is not there is what the wall says in its place.
    MeterBoxAnswer ask(MeterBoxRequest request) {
        long length = length();
        var answer =
                process.map(box -> box.answer(request))
                        .orElseGet(() -> new Stepped(new StepAnswer.OutOfService("it is down")));
        if (length() > length) {
            beforeLast = length;
        }
        return answer;
    }

    /// The power fails at the `operation`th operation that this request makes on the disk, or
    /// behind them all; nobody hears the answer.
    void dieAsked(MeterBoxRequest request, int operation) {
        disk.failFrom(disk.operations() + operation);
        ask(request);
        cutPower();
    }

    /// The `operation`th operation from now on fails, and perhaps all after it.
    void failDisk(int operation, boolean forGood) {
        diskFailed = true;
        if (forGood) {
            disk.failFrom(disk.operations() + operation);
        } else {
            disk.failAt(disk.operations() + operation);
        }
    }

    void fillDisk(int room) {
        diskFailed = true;
        disk.leaveRoom(room);
    }

    void healDisk() {
        disk.heal();
    }

    /// A bit rots before the last frame: nothing can tell a rotten last one from one that was never
    /// forced.
    void rot(Chance chance) {
        if (beforeLast > 0) {
            disk.rot(JOURNAL, chance.below((int) beforeLast), chance.below(8));
        }
    }

    private long length() {
        return disk.content(JOURNAL).length;
    }
}
