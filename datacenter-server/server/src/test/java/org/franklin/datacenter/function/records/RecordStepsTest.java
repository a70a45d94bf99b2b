package org.franklin.datacenter.function.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many handlers at once, in one process and in two.
class RecordStepsTest {

    private static final int HANDLERS = 12;

    @TempDir Path dir;
    private World world;
    private Mailer maria;

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir);
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

    @Test
    void servesManyDevicesInTwoProcessesWithoutAlarm()
            throws InterruptedException, ExecutionException {
        var devices = new ArrayList<Mailer>();
        devices.add(maria);
        for (int number = 2; number <= 4; number++) {
            var app = new App();
            var joined =
                    assertInstanceOf(
                            EnrolDevice.Result.Joined.class, maria.enrol(App.PASSWORD, app));
            devices.add(world.mailer(maria.user(), app, joined.enrolled()));
        }
        var results = new ArrayList<Future<DispensePostage.Result>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Mailer device : devices) {
                var server = world.anotherServer();
                results.add(
                        threads.submit(() -> {
                            for (int sequence = 1; sequence < 6; sequence++) {
                                server.postage()
                                        .dispense(
                                                device.session(),
                                                device.serial(),
                                                device.letters(sequence, 1));
                            }
                            return server.postage()
                                    .dispense(
                                            device.session(),
                                            device.serial(),
                                            device.letters(6, 1));
                        }));
            }
        }

        for (var result : results) {
            Mailer.issued(
                    assertInstanceOf(DispensePostage.Result.Answered.class, result.get()).reply());
        }
        assertEquals(24, world.account(maria).pieces());
        assertEquals(0, world.count("alarm"));
    }
}
