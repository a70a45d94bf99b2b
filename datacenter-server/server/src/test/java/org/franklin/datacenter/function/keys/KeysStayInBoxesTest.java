package org.franklin.datacenter.function.keys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import org.franklin.box.key.MasterKey;
import org.franklin.box.key.P256;
import org.franklin.box.key.SigningKey;
import org.franklin.box.meter.MeterSeed;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that is logged in a story with attacks, faults and renewals, and the rows of the
/// database, searched for keys.
class KeysStayInBoxesTest {

    @TempDir Path dir;
    private World world;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("org.franklin");
    private final Level usual = root.getLevel();

    @BeforeEach
    void listen() throws IOException {
        world = new World(dir);
        log.start();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        root.setLevel(usual);
        world.close();
    }

    private List<Bytes> keys() {
        MeterSeed meter = world.seeds().meter();
        var authentication = world.seeds().authentication();
        var transaction = world.seeds().transaction();
        var steel = world.seeds().steel();
        return Stream.of(
                        meter.recordMaster(),
                        meter.tokenKeyMaster(),
                        meter.steelKey(),
                        meter.journalMaster(),
                        meter.receiptKey(),
                        transaction.recordMaster(),
                        transaction.journalMaster(),
                        transaction.signingKey(),
                        authentication.recordMaster(),
                        authentication.steelKey(),
                        authentication.signingKey(),
                        authentication.credentialsKey(),
                        steel.vendorKey(),
                        steel.postalKey(),
                        steel.rootKey())
                .map(key -> key.use(Bytes::of))
                .map(key -> key.slice(key.length() - 12, key.length()))
                .toList();
    }

    private void live() throws IOException {
        Mailer maria = world.mailer("maria").holding(Postage.ofDollars(5));
        byte[] old = world.blob("SELECT record FROM meter_record");
        maria.answered(maria.letters(1, 3));
        world.pass(Duration.ofDays(120));
        maria.answered(maria.letters(2, 1));
        maria.signOn("not her password");
        maria.signOn(App.PASSWORD);
        world.faults.databaseFailsAt(1);
        maria.send(maria.letters(3, 1));
        world.restart();
        old[old.length - 1] ^= 1;
        world.changeMeterRecord(maria, old);
        maria.send(maria.letters(3, 1));
    }

    @Test
    void noLogLineAndNoRowHoldsAKey() throws IOException {
        live();
        var logged = log.list.stream().map(KeysStayInBoxesTest::text).collect(Collectors.joining());
        assertTrue(logged.contains("tampering"), "there was something to log");
        var rows =
                Stream.of(
                                "SELECT record FROM meter_record",
                                "SELECT record FROM account_record",
                                "SELECT record FROM mailer")
                        .flatMap(query -> world.blobs(query).stream())
                        .map(Bytes::hex)
                        .collect(Collectors.joining("\n"));
        for (Bytes key : keys()) {
            String base64 = Base64.getEncoder().encodeToString(key.toArray());
            assertFalse(logged.contains(key.hex()), "in hex");
            assertFalse(logged.contains(base64), "in base64");
            assertFalse(rows.contains(key.hex()), "in the database");
        }
    }

    /// What a mistake in a box could do with a key.
    @Test
    void noExceptionAndNoObjectTellsAKey() {
        var seeds = world.seeds();
        var keys = keys();
        var steel = seeds.steel();
        var told = new StringWriter();
        var out = new PrintWriter(told, true);
        out.println(seeds + " " + seeds.meter().recordMaster());
        for (Executable mistake :
                List.<Executable>of(
                        () -> SigningKey.ofScalar(steel.rootKey()),
                        () -> P256.scalar(seeds.meter().recordMaster()),
                        () -> P256.reduce(seeds.meter().recordMaster()),
                        () -> new MasterKey(steel.vendorKey(), Bytes.EMPTY))) {
            assertThrows(RuntimeException.class, mistake).printStackTrace(out);
        }
        assertTrue(told.toString().contains("not a P-256 private key"), "the exceptions show");
        for (Bytes key : keys) {
            assertFalse(told.toString().contains(key.hex()), "in hex");
        }
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage()
                + event.getKeyValuePairs()
                + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown))
                + "\n";
    }
}
