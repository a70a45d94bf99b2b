package org.franklin.client.story;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.suite.Suite;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.FirstContact;
import org.franklin.client.datacenter.connection.Timeouts;
import org.franklin.datacenter.DataCenter;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.Installation;
import org.franklin.model.indicium.Verdict;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/// A real data center in a folder, on free ports, and a wire to it that can lose answers.
public final class RunningDataCenter implements AutoCloseable {

    private static final DataCenterConfig CONFIG =
            DataCenterConfig.USUAL.onPorts(0, 0).hashing(Argon2Cost.FLOOR);

    private final Path dir;
    private final Suite suite;
    private DataCenter dataCenter;
    private DataCenter.Address address;
    private LosingWire wire;

    public RunningDataCenter(Path dir) throws IOException {
        this(dir, Suite.STANDARD);
    }

    public RunningDataCenter(Path dir, Suite suite) throws IOException {
        this.dir = dir;
        this.suite = suite;
        run(Installation.create(dir, CONFIG, suite, Clock.systemUTC(), new SecureRandom()));
    }

    private void run(Installation.Opening opening) throws IOException {
        var installation =
                assertInstanceOf(Installation.Opening.Opened.class, opening).installation();
        dataCenter = new DataCenter(installation, CONFIG, Clock.systemUTC(), new SecureRandom());
        address = dataCenter.start();
        wire = new LosingWire(address.apps().getPort());
    }

    /// Ends it as a stop does, and starts it again on another port.
    public void restart() throws IOException {
        close();
        run(Installation.open(dir));
    }

    /// What public keys tell of an honest symbol: of one with tokens, that all else holds.
    public Class<? extends Verdict> honestVerdict() {
        return switch (suite) {
            case STANDARD -> Verdict.GenuineSpecimen.class;
            case PATENT_1998 -> Verdict.TokensUnchecked.class;
        };
    }

    public LosingWire wire() {
        return wire;
    }

    public URI operators() {
        return address.operators();
    }

    /// The data center, behind the wire.
    public DataCenterIdentity identity() {
        var seen =
                new FirstContact(Timeouts.USUAL)
                        .look(URI.create("https://localhost:" + wire.port()));
        return assertInstanceOf(FirstContact.Seen.Authority.class, seen).identity();
    }

    /// The database file, as one of its administrators opens it.
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + dir.resolve("database").resolve("franklin.db"));
    }

    /// Waits until the database holds this many steps of all meters.
    public void awaitMeterSteps(int steps) throws SQLException, InterruptedException {
        try (var admin = administrator();
                var count = admin.prepareStatement("SELECT count(*) FROM meter_step")) {
            for (int tries = 0; tries < 1_200; tries++) {
                try (var row = count.executeQuery()) {
                    if (row.next() && row.getInt(1) >= steps) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("the request never reached the meter");
    }

    @Override
    public void close() throws IOException {
        wire.close();
        dataCenter.close();
    }
}
