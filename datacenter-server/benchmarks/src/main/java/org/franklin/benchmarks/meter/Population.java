package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.meter.MeterWorks.NewMeter;
import org.franklin.benchmarks.meter.MeterWorks.Order;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Committed;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.key.SigningKey;
import org.franklin.box.manufacturing.Manufacturing;
import org.franklin.box.manufacturing.Seeds;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.steel.SteelBox;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A meter box that remembers so many meters. A few hundred of them, spread among the others, are
/// genuine and can be dispensed from; of the others the box has only the memory, made of first
/// records of the same sizes.
final class Population {

    static final int GENUINE = 256;

    private static final int FIRST_SERIAL = 1001;
    private static final int GROUPS = 16;
    private static final int COMMIT = 2_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seeds seeds;
    private final Memory memory;
    private final List<NewMeter> genuine = new ArrayList<>();

    private Population(Seeds seeds, Memory memory) {
        this.seeds = seeds;
        this.memory = memory;
    }

    static Population make(Path folder, int meters, Mailers mailers) throws Exception {
        Files.createDirectories(folder);
        try (var processor = SigningKey.generate(RANDOM)) {
            var seeds =
                    new Manufacturing(RANDOM, Clock.systemUTC())
                            .make(processor.publicKey())
                            .seeds();
            var made =
                    new Population(seeds, new Memory(folder, MeterBox.journalKey(seeds.meter())));
            made.memory.create();
            made.fill(meters, mailers);
            return made;
        }
    }

    /// In groups: some genuine meters, then those of the others whose numbers lie between.
    private void fill(int meters, Mailers mailers) throws Exception {
        try (var log = memory.open()) {
            var doors = doors(log);
            var works = new MeterWorks(doors, seeds.authentication(), seeds.transaction());
            int group = GENUINE / GROUPS;
            int apart = meters / GENUINE;
            for (int from = 0; from < GENUINE; from += group) {
                var orders =
                        IntStream.range(from, from + group)
                                .mapToObj(i -> new SerialNumber(FIRST_SERIAL + i * apart))
                                .map(serial -> order(serial, mailers))
                                .toList();
                genuine.addAll(works.make(orders));
                int end = from + group < GENUINE ? (from + group) * apart : meters;
                commitOthers(log, from * apart, end, apart);
            }
        }
    }

    private static Order order(SerialNumber serial, Mailers mailers) {
        return new Order(serial, mailers.deviceKey(serial), Postage.ofDollars(1_000));
    }

    private void commitOthers(FreshnessLog log, int from, int end, int apart) {
        var first = genuine.getFirst().links().getFirst();
        int record = first.record().record().length();
        int reply = first.step().reply().length();
        var others =
                IntStream.range(from, end)
                        .filter(i -> i % apart != 0 || i / apart >= GENUINE)
                        .toArray();
        for (int i = 0; i < others.length; i += COMMIT) {
            var steps =
                    IntStream.range(i, Math.min(i + COMMIT, others.length))
                            .map(place -> FIRST_SERIAL + others[place])
                            .mapToObj(serial -> step(serial, record, reply))
                            .toList();
            if (!log.commit(steps).stream().allMatch(Committed.Won.class::isInstance)) {
                throw new IllegalStateException("the log did not take a meter");
            }
        }
    }

    private static Advance step(int serial, int record, int reply) {
        return new Advance(
                MeterRecord.subject(new SerialNumber(serial)),
                0,
                Hash.NONE,
                drawn(serial, record),
                new RequestKey(RequestKey.DATA_CENTER, 0, Hash.NONE),
                drawn(-serial, reply),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Bytes drawn(int seed, int length) {
        byte[] drawn = new byte[length];
        new Random(seed).nextBytes(drawn);
        return Bytes.of(ByteBuffer.wrap(drawn).putInt(0, seed).array());
    }

    List<NewMeter> genuine() {
        return genuine;
    }

    FreshnessLog openLog() throws IOException {
        return memory.open();
    }

    Doors doors(FreshnessLog log) {
        return Doors.of(
                SteelBox.open(seeds.steel(), Clock.systemUTC(), RANDOM),
                MeterBox.open(seeds.meter(), log, RANDOM, Clock.systemUTC()).behindItsWall());
    }
}
