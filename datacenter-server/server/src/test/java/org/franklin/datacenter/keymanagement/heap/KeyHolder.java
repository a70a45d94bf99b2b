package org.franklin.datacenter.keymanagement.heap;

import com.sun.management.HotSpotDiagnosticMXBean;

import org.franklin.box.BoxPort;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.authentication.Policy;
import org.franklin.box.certificate.Trust;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.health.StuckRandom;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.suite.Suite;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.DataCenter;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.Installation.Opening.Opened;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes.Walls;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Keys;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// A process that makes an installation, serves a few steps of every box, and writes its live heap
/// three times: `serving.hprof`; `closed.hprof` after all was closed; and `broken.hprof` after the
/// boxes were opened once more and their random source failed.
final class KeyHolder {

    /// Something that is never wiped, so that a search that finds nothing is known to search.
    static final Bytes CANARY = Bytes.ofHex("c0ffee5eed".repeat(7).substring(0, 64));

    private static final SecretBytes KEPT = SecretBytes.take(CANARY.toArray());

    /// What a mistake leaves: it must be found.
    private static final List<Object> STRAYS = new ArrayList<>();

    enum Mistakes {
        NONE,
        /// Somebody opens a box's seed and does not wipe it, and keeps a key of another outside.
        MADE
    }

    /// A class of nobody's box with a key in it.
    private static final class Stray {

        private final byte[] copy;

        private Stray(byte[] copy) {
            this.copy = copy;
        }

        @Override
        public String toString() {
            return copy.length + " bytes of somebody's";
        }
    }

    private KeyHolder() {}

    /// The folder, the suite, the mistakes.
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        var center = center(root.resolve("installation"), Suite.valueOf(arguments[1]));
        new Errands(center.functions()).run();
        if (Mistakes.valueOf(arguments[2]) == Mistakes.MADE) {
            makeMistakes(center.folder().root());
        }
        dump(root.resolve("serving.hprof"));
        center.close();
        dump(root.resolve("closed.hprof"));
        breakDown(center.folder(), root.resolve("broken.hprof"));
        // All that could hold a key is held until here.
        System.out.println("dumped " + center.health().ready() + KEPT.length() + STRAYS.size());
    }

    private static DataCenter center(Path folder, Suite suite) throws IOException {
        var config = DataCenterConfig.USUAL.onPorts(0, 0).hashing(Argon2Cost.FLOOR);
        var random = new SecureRandom();
        var clock = Clock.systemUTC();
        if (Installation.create(folder, config, suite, clock, random)
                instanceof Opened(var installation)) {
            return new DataCenter(installation, config, clock, random);
        }
        throw new AssertionError("not made");
    }

    private static void makeMistakes(Path root) throws IOException {
        STRAYS.add(BoxKeys.seeds(root).steel());
        try (var seeds = BoxKeys.seeds(root)) {
            STRAYS.add(new Stray(seeds.meter().recordMaster().use(byte[]::clone)));
        }
    }

    private static void breakDown(InstallationFolder folder, Path file) throws IOException {
        var source = new StuckRandom();
        var policy = Policy.standard(Argon2Cost.FLOOR);
        EmbeddedBoxes boxes;
        try (var seal = Seal.inFile(folder)) {
            var random = CheckedRandom.over(source);
            boxes = EmbeddedBoxes.open(folder, seal.key(), policy, Clock.systemUTC(), random);
        }
        source.stick();
        failAll(boxes.walls(), boxes.trust());
        dump(file);
        boxes.close();
    }

    /// Each box is asked for something for which it draws.
    private static void failAll(Walls walls, Trust trust) {
        var keys = new Keys(trust.root(), trust.certificates(), trust.authenticationBox());
        var user = new UserName("anna");
        var said =
                List.of(
                        new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, walls.steel())
                                .call(new SteelBoxRequest.Make(new SerialNumber(1002))),
                        new BoxPort<>(MeterBoxRequest.class, MeterBoxAnswer.class, walls.meter())
                                .call(new MeterBoxRequest.Show(Bytes.EMPTY, 0)),
                        new BoxPort<>(
                                        TransactionBoxRequest.class,
                                        TransactionBoxAnswer.class,
                                        walls.transaction())
                                .call(new TransactionBoxRequest.Show(Bytes.EMPTY, 0)),
                        new BoxPort<>(
                                        AuthenticationBoxRequest.class,
                                        AuthenticationBoxAnswer.class,
                                        walls.authentication())
                                .call(
                                        new AuthenticationBoxRequest.SignUp(
                                                new MailerId("0a".repeat(16)),
                                                user,
                                                "Anna's Office",
                                                PaymentMethod.SANDBOX_ACH,
                                                new SerialNumber(1002),
                                                App.seal(
                                                        keys,
                                                        Purpose.SIGN_UP,
                                                        user,
                                                        App.PASSWORD,
                                                        new App().key()))));
        for (Object answer : said) {
            if (!answer.toString().contains("the random source failed")) {
                throw new AssertionError(answer.toString());
            }
        }
    }

    private static void dump(Path file) throws IOException {
        System.gc();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(file.toString(), true);
    }
}
