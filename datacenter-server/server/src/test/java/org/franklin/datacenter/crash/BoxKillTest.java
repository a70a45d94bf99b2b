package org.franklin.datacenter.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.process.BoxPlaces;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Meter and transaction box in processes of their own, each killed (SIGKILL) in the midst of its
/// work and started again, while devices keep asking a data center that lives on: as [KillTest],
/// with the other half dying. `-Dbox.kills=N` for more kills.
@ParameterizedClass
@EnumSource(Suite.class)
class BoxKillTest {

    /// Of each suite.
    private static final int KILLS = Integer.getInteger("box.kills", 12);

    private static final long SEED = Long.getLong("kills.seed", new SecureRandom().nextLong());
    private static final List<BoxKind> MORTAL = List.of(BoxKind.METER, BoxKind.TRANSACTION);
    private static final int OFFICES = 3;
    private static final int MOST_ANSWERS = 40;
    private static final int MOST_NANOS_BEHIND = 3_000_000;
    private static final int SECONDS = 120;

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;

    private final Random random = new Random(SEED);
    private final Front front = new Front();
    private final AtomicBoolean on = new AtomicBoolean(true);
    private final Map<BoxKind, BoxChild> boxes = new EnumMap<>(BoxKind.class);
    private Path folder = Path.of("");
    private Path log = Path.of("");

    /// Counts what is answered. Who has to ask again does so a moment later, as apps do.
    private record Counted(Door door, Semaphore answers, Semaphore pending) implements Door {
        @Override
        public Answer ask(Question question) throws IOException {
            var answer = door.ask(question);
            if (answer instanceof Answer.Pending) {
                pending.release();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            } else {
                answers.release();
            }
            return answer;
        }
    }

    @Test
    void everyRequestHasOneOutcomeHoweverOftenABoxIsKilled() throws Exception {
        System.out.println("kills of boxes: %d, %s, -Dkills.seed=%d".formatted(KILLS, suite, SEED));
        folder = dir.resolve("center");
        log = dir.resolve("processes.log");
        install();
        var java = new JavaLine(Files.createDirectory(dir.resolve("classes")));
        // Leaves the classes behind for those that are to start quickly.
        assertTrue(
                BoxChild.first(java, BoxKind.METER, folder, log)
                        .serving()
                        .end()
                        .contains("Closed."));
        try {
            for (BoxKind kind : MORTAL) {
                boxes.put(kind, BoxChild.again(java, kind, folder, log).serving());
            }
            try (var center = LeanCenter.open(folder)) {
                assertEquals(List.of(), center.faults());
                killUnderLoad(center, java);
            }
        } finally {
            for (BoxChild box : boxes.values()) {
                box.kill();
            }
        }
    }

    private void install() throws IOException {
        var places = BoxPlaces.EMBEDDED;
        for (BoxKind kind : MORTAL) {
            places = places.with(kind, "socket:" + BoxChild.socket(kind));
        }
        var config = DataCenterConfig.USUAL.hashing(Argon2Cost.FLOOR).placing(places);
        var created =
                Installation.create(folder, config, suite, Clock.systemUTC(), new SecureRandom());
        assertInstanceOf(Installation.Opening.Opened.class, created).installation().close();
    }

    private void killUnderLoad(LeanCenter center, JavaLine java) throws Exception {
        var answers = new Semaphore(0);
        var pending = new Semaphore(0);
        front.opens(new Counted(center, answers, pending));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = clients(center.keys(), threads);
            for (int kill = 0; kill < KILLS; kill++) {
                int until = 1 + random.nextInt(MOST_ANSWERS);
                assertTrue(answers.tryAcquire(until, SECONDS, TimeUnit.SECONDS), this::said);
                LockSupport.parkNanos(random.nextInt(MOST_NANOS_BEHIND));
                killAndStartAgain(java);
                answers.drainPermits();
            }
            on.set(false);
            var outboxes = new ArrayList<Outbox>();
            for (Future<Outbox> client : clients) {
                outboxes.add(client.get(SECONDS, TimeUnit.SECONDS));
            }
            outboxes.forEach(this::sameOutcomesAgain);
            System.out.println(
                    "kills of boxes: %s, %d steps given again, %d times told to ask again"
                            .formatted(
                                    new Books(center, outboxes).balanced(),
                                    center.events().size(),
                                    pending.availablePermits()));
        } finally {
            on.set(false);
        }
    }

    private void killAndStartAgain(JavaLine java) throws Exception {
        var kind = MORTAL.get(random.nextInt(4) == 0 ? 1 : 0);
        var dead = boxes.get(kind);
        assertTrue(dead.process().isAlive(), () -> "it died by itself: " + said());
        dead.kill();
        boxes.put(kind, BoxChild.again(java, kind, folder, log).serving());
    }

    private List<Future<Outbox>> clients(Keys keys, ExecutorService threads) {
        var clients = new ArrayList<Future<Outbox>>();
        for (int i = 0; i < OFFICES; i++) {
            var office = new OfficeClient.Office("office-" + i);
            var founder = new OfficeClient(front, office, keys, new Random(random.nextLong()));
            var other = new OfficeClient(front, office, keys, new Random(random.nextLong()));
            clients.add(threads.submit(() -> founder.foundAndWork(on::get)));
            clients.add(threads.submit(() -> other.joinAndWork(on::get)));
        }
        return clients;
    }

    private void sameOutcomesAgain(Outbox outbox) {
        outbox.sent().keySet().stream()
                .filter(question -> !(question instanceof Question.Found))
                .forEach(question -> outbox.settle(question, front.answered(question)));
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
