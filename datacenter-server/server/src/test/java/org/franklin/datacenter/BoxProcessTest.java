package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.command.Running;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.process.BoxPlaces;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Boxes as keepers really start them: each a process of its own.
class BoxProcessTest {

    @TempDir Path folder;

    private final List<Running> started = new ArrayList<>();
    private final DataCenterTest mailer = new DataCenterTest();

    @AfterEach
    void endAll() {
        for (Running process : started) {
            process.close();
        }
    }

    @Test
    void everyBoxMayBeElsewhere() throws Exception {
        TestCenter.installed(folder).close();
        var first = start("authentication", "--socket", "run/first.sock");
        var second = start("authentication", "--socket", "run/second.sock");
        var meter = start("meter", "--socket", "run/meter.sock");
        var transaction = start("transaction", "--listen", "127.0.0.1:0");
        var steel = start("steel", "--listen", "127.0.0.1:0");
        var places =
                BoxPlaces.EMBEDDED
                        .with(BoxKind.AUTHENTICATION, place(first) + "," + place(second))
                        .with(BoxKind.METER, place(meter))
                        .with(BoxKind.TRANSACTION, place(transaction))
                        .with(BoxKind.STEEL, place(steel));
        try (var center = TestCenter.again(folder, places)) {
            assertEquals("{\"ready\":true,\"reasons\":[]}", center.operators("/health").body());
            mailer.servesAMailer(center);
        }
        for (Running process : List.of(first, second, meter, transaction, steel)) {
            assertTrue(process.end().out().contains("Closed."));
        }
        assertFalse(Files.exists(folder.resolve("run/meter.sock")));

        // All in one process again, over the same files.
        try (var center = TestCenter.again(folder)) {
            assertTrue(center.dataCenter.audit().balances());
        }
    }

    @Test
    void aMailerIsToldToAskAgainWhileTheMeterBoxIsDead() throws Exception {
        TestCenter.installed(folder).close();
        var meter = start("meter", "--socket", "run/meter.sock");
        var places = BoxPlaces.EMBEDDED.with(BoxKind.METER, place(meter));
        try (var center = TestCenter.again(folder, places)) {
            var keys = center.got(Keys.class, "/v1/keys", Bytes.EMPTY);
            mailer.signUp(center, keys);
            var session = mailer.signOn(center, keys);
            DataCenterTest.refill(center, session);
            var letters = mailer.letters(center, session, 3);
            String path = DataCenterTest.meter(session) + "/requests";
            meter.close();

            var lost = center.posted(Problem.class, 503, path, session.token(), letters);
            var health = center.operators("/health");

            assertEquals(ProblemType.OUTCOME_PENDING.uri(), lost.type());
            assertEquals(Problem.Charge.CHECKING, lost.charge());
            assertEquals(503, health.statusCode());
            assertTrue(
                    health.body().contains("meter box at socket:" + folder.resolve("run/meter")),
                    health.body());

            place(start("meter", "--socket", "run/meter.sock"));
            var paid = center.posted(Outcome.class, 200, path, session.token(), letters);
            assertEquals(paid, center.posted(Outcome.class, 200, path, session.token(), letters));
            assertEquals(200, center.operators("/health").statusCode());
        }
    }

    @Test
    void oneJournalHasOneProcess() throws Exception {
        TestCenter.installed(folder).close();
        place(start("meter", "--socket", "run/meter.sock"));

        var second = start("meter", "--socket", "run/other.sock").rest();

        assertEquals(1, second.code(), second.out());
        assertTrue(second.out().contains("another process serves this box"), second.out());
        assertFalse(Files.exists(folder.resolve("run/other.sock")));
    }

    private Running start(String type, String option, String where) throws IOException {
        var box = Running.start("box", type, "--dir", folder.toString(), option, where);
        started.add(box);
        return box;
    }

    /// Where it says that it serves, once it does.
    private static String place(Running box) throws IOException {
        String line = box.until(" box is at ");
        box.until("Serving.");
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
