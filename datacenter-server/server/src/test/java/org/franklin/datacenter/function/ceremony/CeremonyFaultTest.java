package org.franklin.datacenter.function.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Crash;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.Points.Fault;
import org.franklin.datacenter.function.Points.Place;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.audit.Audit;
import org.franklin.datacenter.function.ceremony.Ceremonies.Asked;
import org.franklin.datacenter.function.ceremony.Ceremonies.Held;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A ceremony meets a fault at statements of SQL, at each write and each fsync: it is done, or what
/// was locked is still locked; and approving it again, or asking anew, ends it.
@ParameterizedClass
@EnumSource(Suite.class)
class CeremonyFaultTest {

    /// Of each kind of point, the first few; of writes and fsyncs there are no more.
    private static final int MOST = 3;

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;
    private Mailer maria;
    private long sequence = 1;

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir, suite);
        maria = world.mailer("maria").holding(Postage.ofDollars(5_000));
    }

    @AfterEach
    void balances() {
        var report =
                new Audit(world.stores(), world.doors(), world.keys().verificationKeys().orThrow())
                        .run();
        assertEquals(List.of(), report.problems());
        assertEquals(
                Postage.ofCents(74 * (sequence - 1)), world.account(maria).registers().ascending());
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void unlatchesWhateverFails(Fault fault) throws IOException {
        endsWell(Task.UNLATCH_METER, Optional.of(maria.serial()), fault);
    }

    @ParameterizedTest
    @EnumSource
    void reprovisionsWhateverFails(Fault fault) throws IOException {
        endsWell(Task.REPROVISION, Optional.empty(), fault);
    }

    private void endsWell(Task task, Optional<SerialNumber> meter, Fault fault) throws IOException {
        int faults = 0;
        for (Place place : Place.values()) {
            boolean met = true;
            for (int n = 1; met && n <= MOST; n++) {
                met = meets(task, meter, place, n, fault);
                faults += met ? 1 : 0;
            }
        }
        assertTrue(faults >= 6, "faults: " + faults);
    }

    /// Whether there was such a point.
    private boolean meets(Task task, Optional<SerialNumber> meter, Place place, int n, Fault fault)
            throws IOException {
        switch (task) {
            case UNLATCH_METER -> latch();
            case REPROVISION -> fallBehind();
            case UNLATCH_BOX, HEAL, EXPORT_TOKEN_KEYS -> throw new AssertionError("not here");
        }
        var form = asked(task, meter);
        String where = fault + " at " + place + " " + n;
        world.points.failAtNth(place, n, fault);
        boolean told = approved(form);
        boolean met = world.points.passed() >= n;
        world.points.rest();
        world.reopen();
        boolean done = serves();
        assertTrue(done || !told, where + ": what was told is done");
        if (!done) {
            // The same two signatures are still good, unless the box noted its disk's fault.
            assertTrue(approved(form) || approved(asked(task, meter)), where);
            assertTrue(serves(), where);
        }
        return met;
    }

    private boolean approved(Bytes form) throws IOException {
        try {
            return world.functions().ceremonies().approve(form, world.signer("Bob"))
                    instanceof Held.Performed;
        } catch (Crash _) {
            return false;
        }
    }

    private Bytes asked(Task task, Optional<SerialNumber> meter) throws IOException {
        var asked = world.functions().ceremonies().ask(task, meter, "a fault", world.signer("Ann"));
        return assertInstanceOf(Asked.Proposed.class, asked, asked::toString).form();
    }

    /// Whether the meter sells; each sale counts.
    private boolean serves() {
        if (!(maria.send(maria.letters(sequence, 1)) instanceof Result.Answered)) {
            return false;
        }
        sequence++;
        return true;
    }

    private void latch() {
        byte[] old = record();
        assertTrue(serves());
        assertTrue(serves());
        world.putMeterRecord(maria, old);
        assertTrue(!serves());
    }

    private void fallBehind() throws IOException {
        Map<String, byte[]> copy = memory();
        assertTrue(serves());
        world.close();
        for (String name : memory().keySet()) {
            Files.delete(dir.resolve(name));
        }
        for (var each : copy.entrySet()) {
            Files.write(dir.resolve(each.getKey()), each.getValue());
        }
        world.reopen();
        assertTrue(!serves());
    }

    private Map<String, byte[]> memory() throws IOException {
        var copy = new TreeMap<String, byte[]>();
        try (var files = Files.list(dir)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("meter.journal") && !name.endsWith(".lock")) {
                    copy.put(name, Files.readAllBytes(file));
                }
            }
        }
        return copy;
    }

    private byte[] record() {
        return world.blob(
                "SELECT record FROM meter_record WHERE owner = " + maria.serial().number());
    }
}
