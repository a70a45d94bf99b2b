package org.franklin.datacenter.drill.ground;

import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.money.Postage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;

/// A copy of a demo installation in which two mailers have their computers: the demo office two, a
/// neighbour one. Every drill begins with a copy of it.
///
/// `spent` and `left` are the registers of the office's meter as the demo left them.
public record Base(
        Path folder, Seat office, Seat officeLaptop, Seat neighbour, Postage spent, Postage left) {

    /// What came of preparing it.
    public sealed interface Prepared {

        record Ready(Base base) implements Prepared {}

        /// A sentence fit to show that says what to do.
        record Refused(String sentence) implements Prepared {}
    }

    private static final String PASSWORD_FILE = "demo-password.txt";

    /// Copies a demo installation into `work`, an empty folder. The installation stays as it is;
    /// one that is being served is refused.
    public static Prepared prepare(Path demo, Path work, Clock clock, SecureRandom random)
            throws IOException {
        var folder = new InstallationFolder(demo);
        boolean whole =
                folder.condition() == InstallationFolder.Condition.COMPLETE
                        && Files.exists(demo.resolve(PASSWORD_FILE));
        if (!whole) {
            return new Prepared.Refused(
                    demo
                            + " is no demo installation. To make one: demo --dir "
                            + demo
                            + ", end it with Ctrl-C, then drill again.");
        }
        Path copy = work.resolve("base");
        try (var channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                return inUse(demo);
            }
            Folders.copy(demo, copy);
        } catch (OverlappingFileLockException e) {
            // Served by this very process: refused like any other.
            return inUse(demo);
        }
        var password = Files.readString(copy.resolve(PASSWORD_FILE)).strip();
        try (var center = Center.open(copy, clock, random)) {
            return new Furnishing(center, random)
                    .furnish(copy, Bytes.of(password.getBytes(StandardCharsets.UTF_8)))
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

    private static Prepared inUse(Path demo) {
        return new Prepared.Refused(
                demo + " is in use. Stop the data center that serves it, then drill again.");
    }
}
