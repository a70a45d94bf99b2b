package org.franklin.benchmarks.key;

import org.franklin.box.BoxPort;
import org.franklin.box.SecureBox;
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
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.OpenBox;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A process that loads the provider of signatures, opens boxes of an installation twice, has each
/// answer once, and says how long these took, in milliseconds; with `none` for the installation, it
/// does nothing. The boxes are named after the installation.
final class OpeningProcess {

    private OpeningProcess() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("none")) {
            return;
        }
        var folder = new InstallationFolder(Path.of(arguments[0]));
        var kinds =
                Arrays.stream(arguments)
                        .skip(1)
                        .map(BoxKind::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(BoxKind.class)));
        long from = System.nanoTime();
        String provider = Signatures.provider();
        double millis = (System.nanoTime() - from) / 1e6;
        System.out.printf(Locale.ROOT, "provider %.3f%n%s%n", millis, provider);
        System.out.printf(Locale.ROOT, "cold %.3f%n", opened(folder, kinds));
        System.out.printf(Locale.ROOT, "warm %.3f%n", opened(folder, kinds));
    }

    private static double opened(InstallationFolder folder, Set<BoxKind> kinds) throws IOException {
        long from = System.nanoTime();
        try (var sealKey = Seal.inFile(folder).key();
                var boxes =
                        EmbeddedBoxes.open(
                                kinds,
                                new OpenBox.Opening(
                                        folder,
                                        sealKey,
                                        Policy.STANDARD,
                                        Clock.systemUTC(),
                                        CheckedRandom.ofMachine()))) {
            for (BoxKind kind : kinds) {
                if (!serves(kind, boxes.wall(kind))) {
                    throw new IllegalStateException("the " + kind.word() + " box does not serve");
                }
            }
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private static boolean serves(BoxKind kind, SecureBox wall) {
        return switch (kind) {
            case METER ->
                    new BoxPort<>(MeterBoxRequest.class, MeterBoxAnswer.class, wall)
                                    .call(new MeterBoxRequest.Events(1))
                            instanceof MeterBoxAnswer.Events;
            case TRANSACTION ->
                    new BoxPort<>(TransactionBoxRequest.class, TransactionBoxAnswer.class, wall)
                                    .call(new TransactionBoxRequest.Events(1))
                            instanceof TransactionBoxAnswer.Events;
            case AUTHENTICATION ->
                    new BoxPort<>(
                                            AuthenticationBoxRequest.class,
                                            AuthenticationBoxAnswer.class,
                                            wall)
                                    .call(
                                            new AuthenticationBoxRequest.Session(
                                                    Bytes.of(new byte[32])))
                            instanceof AuthenticationBoxAnswer.NoSession;
            case STEEL ->
                    new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, wall)
                                    .call(new SteelBoxRequest.Certify(new SerialNumber(1)))
                            instanceof SteelBoxAnswer.Certified;
        };
    }
}
