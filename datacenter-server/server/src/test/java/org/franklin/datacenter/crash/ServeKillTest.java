package org.franklin.datacenter.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.TestCenter;
import org.franklin.datacenter.command.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLContext;

/// As [KillTest], a few times, with what keepers really start: `serve`, asked over TLS, and `audit`
/// in the end.
@ParameterizedClass
@EnumSource(Suite.class)
class ServeKillTest {

    /// Of each suite.
    private static final int KILLS = 3;

    private static final long SEED = Long.getLong("kills.seed", new SecureRandom().nextLong());
    private static final int MOST_ANSWERS = 25;
    private static final int SERVES_WITHIN_SECONDS = 120;

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;

    private final Random random = new Random(SEED);
    private final Front front = new Front();
    private final AtomicBoolean on = new AtomicBoolean(true);
    private Path folder = Path.of("");

    /// One `serve`, and a door that counts what came out of it.
    private record Serving(Running process, HttpDoor door, CountDownLatch answersToGo)
            implements Door {
        @Override
        public Answer ask(Question question) throws IOException {
            var answer = door.ask(question);
            answersToGo.countDown();
            return answer;
        }

        void kill() {
            process.close();
            door.close();
        }
    }

    @Test
    void everyRequestOverTlsHasOneOutcomeThoughServeIsKilled() throws Exception {
        System.out.println("kills of serve: %d, %s, -Dkills.seed=%d".formatted(KILLS, suite, SEED));
        folder = dir.resolve("center");
        var config = DataCenterConfig.USUAL.onPorts(0, 0).hashing(Argon2Cost.FLOOR);
        var created =
                Installation.create(folder, config, suite, Clock.systemUTC(), new SecureRandom());
        assertInstanceOf(Installation.Opening.Opened.class, created).installation().close();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var serving = started();
            try {
                var clients = clients(serving).stream().map(threads::submit).toList();
                for (int kill = 0; kill < KILLS; kill++) {
                    front.opens(serving);
                    assertTrue(serving.answersToGo.await(SERVES_WITHIN_SECONDS, TimeUnit.SECONDS));
                    serving.kill();
                    serving = started();
                }
                front.opens(serving);
                on.set(false);
                balanced(serving, clients);
            } finally {
                serving.kill();
                threads.shutdownNow();
            }
        }
    }

    private List<Callable<Outbox>> clients(Serving serving) throws IOException {
        var keys =
                assertInstanceOf(Answer.Published.class, serving.ask(new Question.PublishedKeys()))
                        .keys();
        var clients = new ArrayList<Callable<Outbox>>();
        for (int i = 0; i < 2; i++) {
            var office = new OfficeClient.Office("office-" + i);
            var first = new OfficeClient(front, office, keys, new Random(random.nextLong()));
            var second = new OfficeClient(front, office, keys, new Random(random.nextLong()));
            clients.add(() -> first.foundAndWork(on::get));
            clients.add(() -> second.joinAndWork(on::get));
        }
        return clients;
    }

    private void balanced(Serving serving, List<Future<Outbox>> clients) throws Exception {
        var outboxes = new ArrayList<Outbox>();
        for (Future<Outbox> client : clients) {
            outboxes.add(client.get(SERVES_WITHIN_SECONDS, TimeUnit.SECONDS));
        }
        for (Outbox outbox : outboxes) {
            outbox.sent().keySet().stream()
                    .filter(question -> !(question instanceof Question.Found))
                    .forEach(question -> outbox.settle(question, front.answered(question)));
        }
        serving.process.end();
        try (var center = LeanCenter.open(folder)) {
            System.out.println("kills of serve: " + new Books(center, outboxes).balanced());
        }
        var audit = process("audit").rest();
        assertEquals(0, audit.code(), audit.out());
        assertTrue(audit.out().contains("The books balance."), audit.out());
    }

    private Serving started() throws Exception {
        var process = process("serve");
        SSLContext trust = TestCenter.trust(folder.resolve("tls/ca.pem"));
        var latch = new CountDownLatch(1 + random.nextInt(MOST_ANSWERS));
        return new Serving(process, new HttpDoor(process.apps(), trust), latch);
    }

    private Running process(String command) throws IOException {
        return Running.start(command, "--dir", folder.toString());
    }
}
