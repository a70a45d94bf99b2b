package org.franklin.datacenter.keymanagement.heap;

import com.sun.management.HotSpotDiagnosticMXBean;

import org.franklin.box.BoxPort;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.authentication.Policy;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes.Walls;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;

/// A process that opens the boxes of an installation, has each do something with its keys, and
/// writes its live heap to `serving.hprof`; then it closes them, keeps hold of them, and writes it
/// to `closed.hprof`.
final class KeyHolder {

    private KeyHolder() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var random = CheckedRandom.ofMachine();
        var opened = new InstallationFolder(folder);
        EmbeddedBoxes boxes;
        try (var seal = Seal.inFile(opened)) {
            boxes =
                    EmbeddedBoxes.open(
                            opened, seal.key(), Policy.STANDARD, Clock.systemUTC(), random);
        }
        use(boxes.walls());
        dump(folder.resolve("serving.hprof"));
        boxes.close();
        dump(folder.resolve("closed.hprof"));
        System.out.println("held " + boxes.faults().size());
    }

    private static void use(Walls walls) {
        var steel = new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, walls.steel());
        var meter = new BoxPort<>(MeterBoxRequest.class, MeterBoxAnswer.class, walls.meter());
        var transaction =
                new BoxPort<>(
                        TransactionBoxRequest.class,
                        TransactionBoxAnswer.class,
                        walls.transaction());
        var authentication =
                new BoxPort<>(
                        AuthenticationBoxRequest.class,
                        AuthenticationBoxAnswer.class,
                        walls.authentication());
        for (int i = 1; i <= 3; i++) {
            var made =
                    (SteelBoxAnswer.Made) steel.call(new SteelBoxRequest.Make(new SerialNumber(i)));
            meter.call(new MeterBoxRequest.Admit(made.birth()));
            transaction.call(new TransactionBoxRequest.Open(new MailerId("0a".repeat(16))));
            authentication.call(new AuthenticationBoxRequest.Look(Bytes.of(new byte[40])));
        }
    }

    private static void dump(Path file) throws IOException {
        System.gc();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(file.toString(), true);
    }
}
