package org.franklin.client.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.datacenter.connection.TestAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/// The mailer's folder: one process, one data center, and clear words where it is damaged.
class MailerFolderTest {

    private final TestAuthority authority = new TestAuthority("Test data center");

    @TempDir private Path path;

    static MailerFolder.Opened open(Path folder) {
        return MailerFolder.open(folder, Clock.systemUTC(), new SecureRandom());
    }

    @Test
    void isMadeTheFirstTimeWithNothingPinned() {
        try (var folder = Office.folder(path.resolve("deep/in/here"))) {
            assertEquals(Optional.empty(), folder.pinned());
            assertEquals(Optional.empty(), folder.lastUser());
            assertThrows(
                    IllegalStateException.class, () -> new PostageDesk(folder, Office.TIMEOUTS));
        }
    }

    @Test
    void keepsThePinAndLetsTheDataCenterMove() {
        try (var folder = Office.folder(path)) {
            folder.pin(authority.identity(1001));
            assertInstanceOf(
                    MailerFolder.Pinning.Pinned.class, folder.pin(authority.identity(1002)));
        }
        try (var folder = Office.folder(path)) {
            assertEquals(authority.identity(1002), folder.pinned().orElseThrow());
        }
    }

    @Test
    void refusesAnotherAuthority() {
        var other = new TestAuthority("Another data center");
        try (var folder = Office.folder(path)) {
            folder.pin(authority.identity(1001));

            var pinning = folder.pin(other.identity(1001));
            assertEquals(
                    authority.identity(1001).address().fingerprint(),
                    assertInstanceOf(MailerFolder.Pinning.OtherAuthority.class, pinning).pinned());
            assertEquals(authority.identity(1001), folder.pinned().orElseThrow());
        }
    }

    @Test
    void isOpenOnceAtATimeAlsoWithinOneProcess() {
        try (var _ = Office.folder(path)) {
            var second = assertInstanceOf(MailerFolder.Opened.InUse.class, open(path));
            assertTrue(second.whatToDo().contains("already open"));
        }
        Office.folder(path).close();
    }

    @Test
    void saysWhatToDoWhereTheKeyIsDamaged() throws Exception {
        Office.folder(path).close();
        Files.write(path.resolve("device.p12"), new byte[] {1, 2, 3});

        var unusable = assertInstanceOf(MailerFolder.Opened.Unusable.class, open(path));
        assertTrue(unusable.whatToDo().contains("backup"));
        assertInstanceOf(MailerFolder.Opened.Unusable.class, open(path), "the lock is free again");
    }

    @Test
    void saysWhatToDoWhereItCannotBeMade() throws Exception {
        Path file = Files.writeString(path.resolve("file"), "in the way");

        var unusable = assertInstanceOf(MailerFolder.Opened.Unusable.class, open(file));
        assertTrue(unusable.whatToDo().contains("Choose a folder"));
    }
}
