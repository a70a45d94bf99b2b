package org.franklin.installer;

import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a demo keeps its files: the data center's, the mailer's, and the two prints.
record DemoFolder(Path root) {

    /// What came of forgetting an earlier demo.
    sealed interface Forgotten {

        record Done() implements Forgotten {}

        record Refused(String sentence) implements Forgotten {}
    }

    Path dataCenter() {
        return root.resolve("datacenter");
    }

    Path mailer() {
        return root.resolve("mailer");
    }

    /// Deletes what a demo made, and nothing else; a demo that runs is left alone.
    Forgotten forget() throws IOException {
        var own =
                List.of(
                        dataCenter(),
                        mailer(),
                        root.resolve(FirstLetter.PDF),
                        root.resolve(FirstLetter.PICTURE));
        if (isRunning()) {
            return new Forgotten.Refused(
                    "A demo runs in " + root + ". End it first, or choose another --dir.");
        }
        for (Path made : own) {
            delete(made);
        }
        return new Forgotten.Done();
    }

    /// A running data center holds the lock of its folder.
    private boolean isRunning() throws IOException {
        Path lock = dataCenter().resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            return held == null;
        }
    }

    private static void delete(Path made) throws IOException {
        if (!Files.exists(made)) {
            return;
        }
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// A PEM certificate as DER.
    static Bytes certificate(Path pem) throws IOException {
        try (var in = Files.newInputStream(pem)) {
            return Bytes.of(
                    CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("the data center's certificate cannot be read: " + pem, e);
        }
    }
}
