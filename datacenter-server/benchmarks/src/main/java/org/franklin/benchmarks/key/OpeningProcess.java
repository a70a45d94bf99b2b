package org.franklin.benchmarks.key;

import org.franklin.box.BoxPort;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.authentication.Policy;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.key.Signatures;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/// A process that loads the provider of signatures, opens the boxes of an installation twice, has
/// each answer once, and says how long these took, in milliseconds; with `none` for the
/// installation, it does nothing.
final class OpeningProcess {

    private OpeningProcess() {}

    public static void main(String[] arguments) throws IOException {
        if (!arguments[0].equals("none")) {
            var folder = new InstallationFolder(Path.of(arguments[0]));
            long from = System.nanoTime();
            String provider = Signatures.provider();
            double millis = (System.nanoTime() - from) / 1e6;
            System.out.printf(Locale.ROOT, "provider %.3f%n%s%n", millis, provider);
            System.out.printf(Locale.ROOT, "cold %.3f%n", opened(folder));
            System.out.printf(Locale.ROOT, "warm %.3f%n", opened(folder));
        }
    }

    private static double opened(InstallationFolder folder) throws IOException {
        long from = System.nanoTime();
        var random = CheckedRandom.ofMachine();
        try (var sealKey = Seal.inFile(folder).key();
                var boxes =
                        EmbeddedBoxes.open(
                                folder, sealKey, Policy.STANDARD, Clock.systemUTC(), random)) {
            var walls = boxes.walls();
            boolean serving =
                    new BoxPort<>(MeterBoxRequest.class, MeterBoxAnswer.class, walls.meter())
                                            .call(new MeterBoxRequest.Events(1))
                                    instanceof MeterBoxAnswer.Events
                            && new BoxPort<>(
                                                    TransactionBoxRequest.class,
                                                    TransactionBoxAnswer.class,
                                                    walls.transaction())
                                            .call(new TransactionBoxRequest.Events(1))
                                    instanceof TransactionBoxAnswer.Events
                            && new BoxPort<>(
                                                    AuthenticationBoxRequest.class,
                                                    AuthenticationBoxAnswer.class,
                                                    walls.authentication())
                                            .call(
                                                    new AuthenticationBoxRequest.Session(
                                                            Bytes.of(new byte[32])))
                                    instanceof AuthenticationBoxAnswer.NoSession
                            && new BoxPort<>(
                                                    SteelBoxRequest.class,
                                                    SteelBoxAnswer.class,
                                                    walls.steel())
                                            .call(new SteelBoxRequest.Certify(new SerialNumber(1)))
                                    instanceof SteelBoxAnswer.Certified;
            if (!serving) {
                throw new IllegalStateException("a box does not serve");
            }
        }
        return (System.nanoTime() - from) / 1e6;
    }
}
