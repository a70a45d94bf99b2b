package org.franklin.datacenter;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.franklin.box.authentication.Policy;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.communication.Routes;
import org.franklin.datacenter.communication.jetty.Listening;
import org.franklin.datacenter.communication.jetty.Listening.UnixSocket;
import org.franklin.datacenter.communication.jetty.LocalServer;
import org.franklin.datacenter.communication.jetty.LocalServer.Health;
import org.franklin.datacenter.communication.jetty.WebServer;
import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.database.mailer.MailerDatabase;
import org.franklin.datacenter.database.meter.MeterDatabase;
import org.franklin.datacenter.function.FunctionServer;
import org.franklin.datacenter.function.audit.Audit;
import org.franklin.datacenter.function.audit.AuditReport;
import org.franklin.datacenter.function.funds.ProcessorKey;
import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.MeteredBox;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.OpenBox;
import org.franklin.datacenter.keymanagement.ServerCertificate;
import org.franklin.datacenter.keymanagement.line.RemoteBox;
import org.franklin.datacenter.keymanagement.process.PlacedBoxes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The data center (30): boxes, database, functions and communication, wired over one installation.
///
/// The same class serves production, the demo, the installer and the tests.
public final class DataCenter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataCenter.class);
    private static final Duration SWEEP_ENDS_WITHIN = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();
    private final InstallationFolder folder;
    private final PlacedBoxes boxes;
    private final Boxes doors;
    private final SqliteDatabase database;
    private final FunctionServer functions;
    private final ServerCertificate certificate;
    private final Listening listening;
    private final WebServer web;
    private final LocalServer local;
    private final Thread sweep;

    /// Where it listens, and what an app needs to trust it: the file of its CA's certificate, PEM,
    /// and that certificate's SHA-256 fingerprint as people compare it.
    public record Address(
            URI apps, URI operators, UnixSocket unixSocket, Path authority, String fingerprint) {}

    /// Opens boxes and database of an installation, which this data center then owns; nothing is
    /// served yet. Throws and says so if a part of it is missing or damaged.
    public DataCenter(
            Installation installation, DataCenterConfig config, Clock clock, SecureRandom random)
            throws IOException {
        this(installation, config, OpenBox.Purpose.SERVICE, clock, random);
    }

    /// The same for a command of keepers, never to be started: the boxes that are here can open
    /// their seeds again until it is closed.
    static DataCenter forCeremony(Installation installation, Clock clock, SecureRandom random)
            throws IOException {
        return new DataCenter(
                installation, installation.config(), OpenBox.Purpose.CEREMONY, clock, random);
    }

    private DataCenter(
            Installation installation,
            DataCenterConfig config,
            OpenBox.Purpose purpose,
            Clock clock,
            SecureRandom random)
            throws IOException {
        folder = installation.folder();
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Stream.of(new JvmMemoryMetrics(), new JvmThreadMetrics(), new UptimeMetrics())
                .forEach(measure -> measure.bindTo(registry));
        opened.push(installation);
        try {
            // Side by side, since each loads a library of its own: half a second on two cores.
            try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
                var tables =
                        beside.submit(() -> opened(SqliteDatabase.open(folder.databaseFile())));
                certificate = ServerCertificate.of(folder, config.names(), clock, random);
                var policy = Policy.standard(config.passwords());
                var seal = installation.seal();
                try {
                    boxes =
                            opened(
                                    PlacedBoxes.open(
                                            config.boxes(),
                                            RemoteBox.Patience.USUAL,
                                            new OpenBox.Opening(
                                                    folder,
                                                    seal.key(),
                                                    policy,
                                                    clock,
                                                    CheckedRandom.over(random),
                                                    purpose)));
                } finally {
                    seal.wipeKey();
                }
                database = result(tables);
            }
            doors = MeteredBox.doors(boxes.walls(), registry);
            functions = functions(clock, random);
            sweep = Thread.ofVirtual().name("sweep").unstarted(functions.sweep());
            opened.push(this::endSweep);
            local = opened(new LocalServer(config.operatorPort(), this::health, registry));
            listening = new Listening(config.host(), config.port(), socket(config));
            web =
                    opened(
                            new WebServer(
                                    listening,
                                    certificate.identity(),
                                    config.limits(),
                                    new WebServer.Handling(
                                            Routes.of(functions, registry), registry, random)));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Listens from here on, and repairs in the background what a crash left.
    public Address start() {
        local.start();
        web.start();
        sweep.start();
        return new Address(
                URI.create("https://" + listening.host() + ":" + web.port()),
                URI.create("http://127.0.0.1:" + local.port()),
                listening.unixSocket(),
                certificate.authority(),
                certificate.printedFingerprint());
    }

    /// What the communication server asks; commands on this machine may ask it too.
    public FunctionServer functions() {
        return functions;
    }

    /// Which cryptography the boxes' seeds hold.
    public Suite suite() {
        return boxes.trust().suite();
    }

    public ServerCertificate certificate() {
        return certificate;
    }

    public InstallationFolder folder() {
        return folder;
    }

    public Database database() {
        return database;
    }

    /// Checks all records, receipts and sums; to be asked before [#start].
    public AuditReport audit() {
        var keys = functions.keys().keys();
        return switch (keys) {
            case PublishedKeys.Result.Published(var published) ->
                    new Audit(
                                    new Stores(database, new MailerDatabase(), new MeterDatabase()),
                                    doors,
                                    published.verificationKeys().orThrow())
                            .run();
            case PublishedKeys.Result.Unavailable _ ->
                    throw new IllegalStateException("the database cannot be read");
        };
    }

    public Health health() {
        var reasons = new ArrayList<>(boxes.faults());
        try {
            database.read(in -> in.first("SELECT 1 AS one", row -> row.number("one")));
        } catch (DatabaseFault e) {
            reasons.add("database: it cannot be read");
        }
        return Health.because(reasons);
    }

    /// Lets running requests end, within seconds, and closes everything, the installation last.
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.atError().setCause(e).log("a part of the data center did not close");
            }
        }
    }

    private FunctionServer functions(Clock clock, SecureRandom random) {
        return FunctionServer.over(
                database,
                doors,
                new FunctionServer.Installation(
                        boxes.trust(), ProcessorKey.load(folder.processorKey())),
                clock,
                random);
    }

    private UnixSocket socket(DataCenterConfig config) {
        return switch (config.unixSocket()) {
            case OFF -> new UnixSocket.None();
            case OPTIONAL -> new UnixSocket.At(folder.unixSocket(), true);
            case REQUIRED -> new UnixSocket.At(folder.unixSocket(), false);
        };
    }

    private void endSweep() throws InterruptedException {
        sweep.interrupt();
        if (sweep.getState() != Thread.State.NEW && !sweep.join(SWEEP_ENDS_WITHIN)) {
            LOG.warn("the sweep did not end in time");
        }
    }

    private static <T> T result(Future<T> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("the database cannot be opened: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the data center was opened", e);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }
}
