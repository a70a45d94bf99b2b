package org.franklin.datacenter.function.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.FunctionServer;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/// Many handlers at once, in one process and in two.
@ParameterizedClass
@EnumSource(Suite.class)
class RecordStepsTest {

    private static final int HANDLERS = 12;
    private static final int DEVICES = 4;
    private static final long REQUESTS = 20;

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;
    private Mailer maria;

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir, suite);
        maria = world.mailer("maria").holding(Postage.ofDollars(100));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void givesOneRequestOneAnswerHoweverManyHandlersServeIt()
            throws InterruptedException, ExecutionException {
        var request = maria.letters(1, 1);
        var results = new ArrayList<Future<DispensePostage.Result>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int handler = 0; handler < HANDLERS; handler++) {
                var server = world.anotherServer();
                results.add(
                        threads.submit(() ->
                                server.postage()
                                        .dispense(maria.session(), maria.serial(), request)));
            }
        }

        var answers = new HashSet<DispensePostage.Result>();
        for (var result : results) {
            answers.add(result.get());
        }
        assertEquals(1, answers.size());
        assertEquals(1, world.account(maria).pieces());
        assertEquals(0, world.count("alarm"));
    }

    @RepeatedTest(3)
    void servesManyDevicesInAsManyProcessesWithoutAlarm()
            throws InterruptedException, ExecutionException {
        var served = new ArrayList<Future<List<DispensePostage.Result>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Mailer device : devices()) {
                var server = world.anotherServer();
                served.add(threads.submit(() -> serve(server, device)));
            }
        }

        for (var answers : served) {
            assertEquals(List.of(), unanswered(answers.get()));
        }
        assertEquals(DEVICES * REQUESTS, world.account(maria).pieces());
        assertEquals(0, world.count("alarm"));
    }

    @Test
    void servesAHandlerHoweverFastOthersAre() throws InterruptedException {
        var rival = new Rival(devices().getLast());
        world.faults.beforeTheNextBoxCall(rival);

        assertInstanceOf(
                DispensePostage.Result.Answered.class,
                world.anotherServer()
                        .postage()
                        .dispense(maria.session(), maria.serial(), maria.letters(1, 1)));
        rival.thread.join();
        assertEquals(0, world.count("alarm"));
    }

    /// Takes a step before each look of the handler at the box, unless it waits for the lock.
    private final class Rival implements Runnable {

        private final Thread handler = Thread.currentThread();
        private final FunctionServer server = world.anotherServer();
        private final Mailer device;
        private long sequence;
        private Thread thread = Thread.ofPlatform().start(() -> {});

        Rival(Mailer device) {
            this.device = device;
        }

        @Override
        public void run() {
            if (!Thread.currentThread().equals(handler)) {
                return;
            }
            awaitEndOrLock();
            if (!thread.isAlive()) {
                sequence++;
                thread = Thread.ofPlatform().start(() -> dispense(server, device, sequence));
                awaitEndOrLock();
            }
            world.faults.beforeTheNextBoxCall(this);
        }

        private void awaitEndOrLock() {
            while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    private List<Mailer> devices() {
        var devices = new ArrayList<>(List.of(maria));
        while (devices.size() < DEVICES) {
            var app = new App();
            var joined =
                    assertInstanceOf(
                            EnrolDevice.Result.Joined.class, maria.enrol(App.PASSWORD, app));
            devices.add(world.mailer(maria.user(), app, joined.enrolled()));
        }
        return devices;
    }

    /// What comes of a device's requests, one after the other.
    private static List<DispensePostage.Result> serve(FunctionServer server, Mailer device) {
        return LongStream.rangeClosed(1, REQUESTS)
                .mapToObj(sequence -> dispense(server, device, sequence))
                .toList();
    }

    private static DispensePostage.Result dispense(
            FunctionServer server, Mailer device, long sequence) {
        return server.postage()
                .dispense(device.session(), device.serial(), device.letters(sequence, 1));
    }

    private static List<DispensePostage.Result> unanswered(List<DispensePostage.Result> results) {
        return results.stream()
                .filter(result -> !(result instanceof DispensePostage.Result.Answered))
                .toList();
    }
}
