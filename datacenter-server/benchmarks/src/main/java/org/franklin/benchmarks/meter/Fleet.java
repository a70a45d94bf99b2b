package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.meter.MeterWorks.NewMeter;
import org.franklin.benchmarks.meter.MeterWorks.Order;
import org.franklin.box.authentication.Policy;
import org.franklin.box.manufacturing.Opened;
import org.franklin.box.manufacturing.SealedSeeds;
import org.franklin.datacenter.DataCenter;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.Installation.Opening;
import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.database.Transaction;
import org.franklin.datacenter.database.meter.MeterDatabase;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes;
import org.franklin.datacenter.keymanagement.process.BoxPlaces;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Meters in a data center in this process: its functions, its boxes with their journals and its
/// database are those of production; only HTTP is left out.
final class Fleet implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DataCenterConfig CONFIG = DataCenterConfig.USUAL.onPorts(0, 0);
    private static final MailerId MAILER = new MailerId("0".repeat(32));

    private final Mailers mailers;
    private final List<SerialNumber> serials;
    private DataCenter dataCenter;

    private Fleet(DataCenter dataCenter, Mailers mailers, List<SerialNumber> serials) {
        this.dataCenter = dataCenter;
        this.mailers = mailers;
        this.serials = serials;
    }

    /// A new installation with so many meters, each holding so much.
    static Fleet make(Path root, int meters, Postage each) throws Exception {
        var mailers = new Mailers(RANDOM);
        var installation = opened(Installation.create(root, CONFIG, Clock.systemUTC(), RANDOM));
        var serials = new ArrayList<>(fill(installation, mailers, meters, each));
        // Mailers come in no order, and so do the rows of their meters.
        Collections.shuffle(serials, new Random(meters));
        return new Fleet(
                new DataCenter(installation, CONFIG, Clock.systemUTC(), RANDOM), mailers, serials);
    }

    static Installation opened(Opening opening) {
        return switch (opening) {
            case Opening.Opened(var installation) -> installation;
            case Opening.Refused(var sentence) -> throw new IllegalStateException(sentence);
        };
    }

    static EmbeddedBoxes boxes(Installation installation) throws IOException {
        return EmbeddedBoxes.open(
                installation.folder(),
                installation.seal().key(),
                Policy.STANDARD,
                Clock.systemUTC(),
                RANDOM);
    }

    private static List<SerialNumber> fill(
            Installation installation, Mailers mailers, int meters, Postage each) throws Exception {
        var root = installation.folder().root();
        var seeds = new SealedSeeds(root.resolve("boxes"), installation.seal().key(), RANDOM);
        var tables = new MeterDatabase();
        try (var boxes = boxes(installation);
                var database = SqliteDatabase.open(installation.folder().databaseFile())) {
            var walls = boxes.walls();
            var works =
                    new MeterWorks(
                            Doors.of(walls.steel(), walls.meter()),
                            seed(seeds.authentication()),
                            seed(seeds.transaction()));
            var serials =
                    database.write(
                            in -> Stream.generate(() -> tables.draw(in)).limit(meters).toList());
            var made =
                    works.make(
                            serials.stream()
                                    .map(serial ->
                                            new Order(serial, mailers.deviceKey(serial), each))
                                    .toList());
            database.write(in -> {
                made.forEach(meter -> store(in, tables, meter));
                return made.size();
            });
            return serials;
        }
    }

    private static void store(Transaction in, MeterDatabase tables, NewMeter meter) {
        var first = meter.links().getFirst();
        tables.records().begin(in, meter.serial(), first.record(), first.step());
        meter.links().stream()
                .skip(1)
                .forEach(link ->
                        tables.records().store(in, meter.serial(), link.record(), link.step()));
        int number = CertifiedKey.numberOf(meter.certificate());
        tables.certify(in, meter.serial(), number, meter.certificate());
    }

    private static <T> T seed(Opened<T> opened) {
        if (opened instanceof Opened.Seed<T>(var seed)) {
            return seed;
        }
        throw new IllegalStateException("a seed does not open");
    }

    List<SerialNumber> serials() {
        return serials;
    }

    /// Closes the data center and opens it again, with its boxes elsewhere or here.
    void reopen(BoxPlaces places) throws IOException {
        Path root = dataCenter.folder().root();
        dataCenter.close();
        dataCenter =
                new DataCenter(
                        opened(Installation.open(root)),
                        CONFIG.placing(places),
                        Clock.systemUTC(),
                        RANDOM);
    }

    DataCenter dataCenter() {
        return dataCenter;
    }

    Quote quote(int letters) {
        return Mailers.quote(dataCenter.functions().quotes(), letters);
    }

    /// Signed requests for what a quote says, each meter's next one before any meter's next but
    /// one.
    List<DeviceSigned> requests(Quote quote, int count) {
        int meters = serials.size();
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> mailers.request(serials.get(i % meters), 1 + i / meters, quote))
                .toList();
    }

    /// Sends the request at this place of [#requests].
    DispensePostage.Result send(int place, DeviceSigned request) {
        var serial = serials.get(place % serials.size());
        return dataCenter
                .functions()
                .postage()
                .dispense(new Session(MAILER, serial), serial, request);
    }

    @Override
    public void close() {
        dataCenter.close();
    }
}
