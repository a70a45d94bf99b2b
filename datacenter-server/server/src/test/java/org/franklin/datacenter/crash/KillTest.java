package org.franklin.datacenter.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.Installation;
import org.franklin.model.wire.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Real processes over one folder, each killed (SIGKILL) in the midst of its work, while devices
/// keep asking: `-Dkills=N` for more kills, `-Dkills.seed=N` to draw the same ones again.
@ParameterizedClass
@EnumSource(Suite.class)
class KillTest {

    /// Of each suite.
    private static final int KILLS = Integer.getInteger("kills", 25);

    private static final long SEED = Long.getLong("kills.seed", new SecureRandom().nextLong());
    private static final int OFFICES = 3;
    private static final int DEVICES_EACH = 2;

    /// One kill in so many comes at any time from the opening on, the others in full work.
    private static final int EARLY = 5;

    private static final int LATEST_EARLY_MILLIS = 600;
    private static final int MOST_ANSWERS = 40;
    private static final int MOST_NANOS_BEHIND = 3_000_000;
    private static final int SERVES_WITHIN_SECONDS = 120;

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;

    private final Random random = new Random(SEED);
    private final Front front = new Front();
    private final AtomicBoolean on = new AtomicBoolean(true);
    private Path folder = Path.of("");
    private Path log = Path.of("");

    @Test
    void everyRequestHasOneOutcomeHoweverOftenTheProcessIsKilled() throws Exception {
        System.out.println("kills: %d, %s, -Dkills.seed=%d".formatted(KILLS, suite, SEED));
        folder = dir.resolve("center");
        log = dir.resolve("processes.log");
        install();
        var java = new JavaLine(Files.createDirectory(dir.resolve("classes")));
        var keys = published(java);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = clients(keys, threads);
            try {
                killInLoop(java, clients);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private void install() throws IOException {
        var config = DataCenterConfig.USUAL.hashing(Argon2Cost.FLOOR);
        var created =
                Installation.create(folder, config, suite, Clock.systemUTC(), new SecureRandom());
        assertInstanceOf(Installation.Opening.Opened.class, created).installation().close();
    }

    /// What the first process publishes; it ends in order and leaves its classes behind.
    private Keys published(JavaLine java) throws Exception {
        var first = new LeanChild(java.first(LeanProcess.class, folder), log, 1);
        first.open();
        var keys =
                assertInstanceOf(Answer.Published.class, first.ask(new Question.PublishedKeys()))
                        .keys();
        assertEquals(0, first.end(), this::said);
        return keys;
    }

    private LeanChild started(JavaLine java) throws IOException {
        int answers = 1 + random.nextInt(MOST_ANSWERS);
        return new LeanChild(java.again(LeanProcess.class, folder), log, answers);
    }

    private List<Future<Outbox>> clients(Keys keys, ExecutorService threads) {
        var clients = new ArrayList<Future<Outbox>>();
        for (int i = 0; i < OFFICES; i++) {
            var office = new OfficeClient.Office("office-" + i);
            var founder = new OfficeClient(front, office, keys, new Random(random.nextLong()));
            clients.add(threads.submit(() -> founder.foundAndWork(on::get)));
            for (int device = 1; device < DEVICES_EACH; device++) {
                var other = new OfficeClient(front, office, keys, new Random(random.nextLong()));
                clients.add(threads.submit(() -> other.joinAndWork(on::get)));
            }
        }
        return clients;
    }

    /// The next process is started while one serves, and opens the folder when that one is dead.
    private void killInLoop(JavaLine java, List<Future<Outbox>> clients) throws Exception {
        var next = started(java);
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                var serving = next;
                next = started(java);
                serve(serving);
                serving.kill();
            }
            next.open();
            front.opens(next);
            on.set(false);
            var outboxes = new ArrayList<Outbox>();
            for (Future<Outbox> client : clients) {
                outboxes.add(client.get(SERVES_WITHIN_SECONDS, TimeUnit.SECONDS));
            }
            outboxes.forEach(this::sameOutcomesAgain);
            assertEquals(0, next.end(), this::said);
            balanced(outboxes);
        } finally {
            next.kill();
        }
    }

    private void serve(LeanChild process) throws Exception {
        process.open();
        front.opens(process);
        if (random.nextInt(EARLY) == 0) {
            process.answers(random.nextInt(LATEST_EARLY_MILLIS), TimeUnit.MILLISECONDS);
        } else {
            assertTrue(
                    process.answers(SERVES_WITHIN_SECONDS, TimeUnit.SECONDS), "it does not serve");
            LockSupport.parkNanos(random.nextInt(MOST_NANOS_BEHIND));
        }
        assertTrue(process.isAlive(), () -> "it died by itself: " + said());
    }

    private void sameOutcomesAgain(Outbox outbox) {
        outbox.sent().keySet().stream()
                .filter(question -> !(question instanceof Question.Found))
                .forEach(question -> outbox.settle(question, front.answered(question)));
    }

    private void balanced(List<Outbox> outboxes) throws IOException {
        try (var center = LeanCenter.open(folder)) {
            long repaired = center.events().size();
            System.out.println(
                    "kills: "
                            + new Books(center, outboxes).balanced()
                            + ", "
                            + repaired
                            + " steps given again");
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
