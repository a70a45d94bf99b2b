package org.franklin.datacenter.drill.ground;

import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.FolderLock;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.OpenBox;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.datacenter.keymanagement.custody.SealFile;
import org.franklin.datacenter.keymanagement.custody.Secrets;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.money.Postage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// A copy of a demo installation in which two mailers have their computers: the demo office two, a
/// neighbour one. Every drill begins with a copy of it.
///
/// The seal key opens the boxes of every copy, and is wiped when the base is closed. `spent` and
/// `left` are the registers of the office's meter as the demo left them.
public record Base(
        Path folder,
        SecretBytes sealKey,
        Seat office,
        Seat officeLaptop,
        Seat neighbour,
        Postage spent,
        Postage left)
        implements AutoCloseable {

    /// What came of preparing it.
    public sealed interface Prepared {

        record Ready(Base base) implements Prepared {}

        /// A sentence fit to show that says what to do.
        record Refused(String sentence) implements Prepared {}
    }

    private static final String PASSWORD_FILE = "demo-password.txt";

    /// Copies a demo installation into `work`, an empty folder. The installation stays as it is;
    /// one that is being served is refused. `secrets` open its boxes' seal.
    public static Prepared prepare(
            Path demo, Path work, Secrets secrets, Clock clock, SecureRandom random)
            throws IOException {
        var folder = new InstallationFolder(demo);
        var condition = folder.condition();
        if (condition == InstallationFolder.Condition.OTHER_FORM) {
            return new Prepared.Refused(folder.unfit().orElseThrow());
        }
        boolean whole =
                condition == InstallationFolder.Condition.COMPLETE
                        && Files.exists(demo.resolve(PASSWORD_FILE));
        if (!whole) {
            return new Prepared.Refused(
                    demo
                            + " is no demo installation. To make one: demo --dir "
                            + demo
                            + ", end it with Ctrl-C, then drill again.");
        }
        try (var lock = FolderLock.take(folder).orElse(null)) {
            if (lock == null) {
                return new Prepared.Refused(
                        demo
                                + " is in use. Stop the data center that serves it, then drill"
                                + " again.");
            }
            return switch (Seal.open(SealFile.of(folder), secrets)) {
                case Seal.Opening.Refused(var sentence) -> new Prepared.Refused(sentence);
                case Seal.Opening.Open(var seal) -> {
                    try (seal) {
                        Path copy = work.resolve("base");
                        Folders.copy(demo, copy);
                        yield furnished(demo, copy, seal.key(), clock, random);
                    }
                }
            };
        }
    }

    private static Prepared furnished(
            Path demo, Path copy, SecretBytes sealKey, Clock clock, SecureRandom random)
            throws IOException {
        var password = Files.readString(copy.resolve(PASSWORD_FILE)).strip();
        try (var center = Center.open(copy, sealKey, OpenBox.Purpose.SERVICE, clock, random)) {
            return new Furnishing(center, random)
                    .furnish(copy, sealKey, Bytes.of(password.getBytes(StandardCharsets.UTF_8)))
                    .<Prepared>map(Prepared.Ready::new)
                    .orElseGet(() ->
                            new Prepared.Refused(
                                    "The demo office of "
                                            + demo
                                            + " does not take a computer or postage now."
                                            + " Make a fresh demo in another folder, and"
                                            + " drill there."));
        }
    }

    @Override
    public void close() {
        sealKey.close();
    }
}
