package org.franklin.client.datacenter.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The outbox's file: opened once, synced, and refused with what to do where it is damaged.
class OutboxTest {

    private static final Evidence.Kept EVIDENCE =
            new Evidence.Kept("a request", "not signed", Bytes.ofHex("0102"));

    @TempDir private Path folder;

    @Test
    void keepsSettingsFromStartToStart() {
        try (var outbox = ready()) {
            assertEquals(Optional.empty(), outbox.settings().get(Settings.Name.URL));
            outbox.settings().put(Settings.Name.URL, Bytes.ofHex("01"));
            outbox.settings().put(Settings.Name.URL, Bytes.ofHex("02"));
        }
        try (var outbox = ready()) {
            assertEquals(Optional.of(Bytes.ofHex("02")), outbox.settings().get(Settings.Name.URL));
        }
    }

    @Test
    void keepsEvidenceOnceAndNeverWithoutEnd() {
        try (var outbox = ready()) {
            outbox.evidence().keep(EVIDENCE);
            outbox.evidence().keep(EVIDENCE);
            assertEquals(List.of(EVIDENCE), outbox.evidence().all());

            for (int i = 0; i < 205; i++) {
                outbox.evidence().keep(new Evidence.Kept("request " + i, "", Bytes.EMPTY));
            }
            assertEquals(200, outbox.evidence().all().size());
        }
    }

    @Test
    void writesAheadToALogAndSyncsEveryCommit() throws SQLException {
        ready().close();
        try (var connection = Outbox.source(folder).getConnection();
                var statement = connection.createStatement()) {
            try (var mode = statement.executeQuery("pragma journal_mode")) {
                assertEquals("wal", mode.getString(1));
            }
            try (var level = statement.executeQuery("pragma synchronous")) {
                assertEquals(2, level.getInt(1), "FULL");
            }
        }
    }

    @Test
    void isOpenedOnceAtATime() {
        try (var _ = ready()) {
            var second =
                    assertInstanceOf(
                            Outbox.Opened.InUse.class, Outbox.open(folder, Clock.systemUTC()));
            assertTrue(second.whatToDo().contains("close it"));
        }
        ready().close();
    }

    @Test
    void refusesAFileThatIsNoOutbox() throws IOException {
        ready().close();
        Files.writeString(file(), "this is no database");

        assertUnusable("backup");
    }

    @Test
    void refusesAFileThatEndsEarly() throws IOException {
        ready().close();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));

        assertUnusable("backup");
    }

    @Test
    void refusesDamagedPagesAndOpensAfterTheirRepair() throws IOException {
        try (var outbox = ready()) {
            for (int i = 0; i < 200; i++) {
                outbox.evidence()
                        .keep(new Evidence.Kept("request " + i, "", Bytes.of(new byte[99])));
            }
        }
        byte[] whole = Files.readAllBytes(file());
        byte[] damaged = whole.clone();
        var random = new SplittableRandom(5);
        for (int i = 4_096; i < damaged.length; i++) {
            damaged[i] = (byte) random.nextInt();
        }
        Files.write(file(), damaged);

        assertUnusable("backup");
        Files.write(file(), whole);
        ready().close();
    }

    @Test
    void refusesAnOutboxOfANewerFranklin() throws Exception {
        ready().close();
        try (var newer = connect();
                var statement = newer.createStatement()) {
            statement.execute(
                    "insert into flyway_schema_history select installed_rank + 98, '99', 'newer',"
                            + " type, 'V99__newer.sql', 7, installed_by, installed_on, 1, 1"
                            + " from flyway_schema_history where version = '1'");
        }
        assertUnusable("newer Franklin");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertInstanceOf(
                Outbox.Opened.Unusable.class,
                Outbox.open(folder.resolve("nowhere"), Clock.systemUTC()));
    }

    @Test
    void failsLoudlyOnceItIsClosed() {
        var outbox = ready();
        outbox.close();

        var settings = outbox.settings();
        assertThrows(Outbox.Failure.class, () -> settings.get(Settings.Name.URL));
    }

    private void assertUnusable(String hint) {
        var unusable =
                assertInstanceOf(
                        Outbox.Opened.Unusable.class, Outbox.open(folder, Clock.systemUTC()));
        assertTrue(unusable.whatToDo().contains(hint), unusable.whatToDo());
    }

    private Outbox ready() {
        return assertInstanceOf(Outbox.Opened.Ready.class, Outbox.open(folder, Clock.systemUTC()))
                .outbox();
    }

    private Path file() {
        return folder.resolve("outbox.sqlite");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }
}
