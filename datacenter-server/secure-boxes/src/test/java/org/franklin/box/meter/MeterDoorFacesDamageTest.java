package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.Damage;
import org.franklin.box.Genuine;
import org.franklin.box.SecureBox;
import org.franklin.box.Standing;
import org.franklin.box.meter.MeterBoxAnswer.Looked;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A real meter box answers whatever comes through its door, and does nothing for it.
@ParameterizedClass
@EnumSource(Suite.class)
class MeterDoorFacesDamageTest {

    private static final int INPUTS = 20_000;
    private static final int STRANGERS = 2_000;
    private static final Bytes UNREADABLE = Bytes.of(new byte[] {1});

    @Parameter private Suite suite = Suite.STANDARD;

    @TempDir private Path dir;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void noDamagedRequestBreaksTheBoxOrMovesTheMeter() throws IOException {
        try (var world = MeterWorld.holding(dir, suite, Postage.ofDollars(50))) {
            var done = world.store(world.step(world.letter(1)));
            var requests = requests(world, done.request());
            for (int i = 0; i < INPUTS; i++) {
                var request =
                        Damage.any(
                                random,
                                requests.get(random.nextInt(requests.size())),
                                requests.get(random.nextInt(requests.size())));
                answers(world::door, request);
            }
            assertEquals(
                    new Looked(Standing.CURRENT, done.counter()),
                    world.call(new MeterBoxRequest.Look(world.current())));
        }
    }

    @Test
    void aWellFormedRequestOfNobodyIsAnswered() throws IOException {
        var genuine = new Genuine(random);
        try (var world = MeterWorld.holding(dir, suite, Postage.ofDollars(50))) {
            for (int i = 0; i < STRANGERS; i++) {
                var request = genuine.value(MeterBoxRequest.class);
                answers(world::door, form(request));
            }
        }
    }

    /// Every kind of request, none of which moves the meter any more.
    private static List<Bytes> requests(MeterWorld world, RequestKey last) throws IOException {
        Bytes record = world.current();
        return List.of(
                form(new MeterBoxRequest.Admit(world.birth)),
                form(new MeterBoxRequest.Step(record, 0, world.letter(1))),
                form(
                        new MeterBoxRequest.Step(
                                record,
                                0,
                                new MeterStep.Enrol(world.grant(1, world.device.publicKey())))),
                form(
                        new MeterBoxRequest.Step(
                                record,
                                0,
                                new MeterStep.Refill(world.voucher(1, Postage.ofDollars(50))))),
                form(
                        new MeterBoxRequest.Step(
                                world.records.getFirst(),
                                0,
                                new MeterStep.Recertify(Bytes.of(new byte[600])))),
                form(new MeterBoxRequest.Find(MeterWorld.SERIAL, last)),
                form(new MeterBoxRequest.Verify(record, Bytes.of(new byte[109]))),
                form(new MeterBoxRequest.Look(record)),
                form(new MeterBoxRequest.Events(1)));
    }

    private static Bytes form(MeterBoxRequest request) {
        return Bytes.of(Canonical.encode(MeterBoxRequest.class, request));
    }

    private void answers(SecureBox door, Bytes request) {
        try {
            var answer = door.call(request);
            if (!answer.equals(UNREADABLE)) {
                assertInstanceOf(
                        MeterBoxAnswer.class,
                        Canonical.decode(MeterBoxAnswer.class, answer.slice(1, answer.length()))
                                .orThrow());
            }
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed + ": " + request.hex(), e);
        }
    }
}
