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
        var served = new ArrayList<Future<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Mailer device : devices()) {
                var server = world.anotherServer();
                served.add(threads.submit(() -> serve(server, device)));
            }
        }

        for (var answers : served) {
            assertEquals(REQUESTS, answers.get());
        }
        assertEquals(DEVICES * REQUESTS, world.account(maria).pieces());
        assertEquals(0, world.count("alarm"));
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

    /// How many of a device's requests are answered, one after the other.
    private static long serve(FunctionServer server, Mailer device) {
        return LongStream.rangeClosed(1, REQUESTS)
                .mapToObj(sequence -> device.letters(sequence, 1))
                .map(request ->
                        server.postage().dispense(device.session(), device.serial(), request))
                .filter(DispensePostage.Result.Answered.class::isInstance)
                .count();
    }
}
