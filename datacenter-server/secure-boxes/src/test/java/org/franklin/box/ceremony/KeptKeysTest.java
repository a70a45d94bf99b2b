package org.franklin.box.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Keys live while their box serves, and not longer.
class KeptKeysTest {

    private record Works(MasterKey key) implements KeptKeys.Wipeable {

        static Works draw() {
            byte[] secret = new byte[MasterKey.LENGTH];
            secret[0] = 7;
            return new Works(
                    new MasterKey(
                            SecretBytes.take(secret),
                            Bytes.of(new byte[MasterKey.CLUSTER_LENGTH])));
        }

        String used() {
            try (var derived = key.derive(KeyPurpose.RECORD_MAC, "meter 1", 0)) {
                return "used " + derived.length();
            }
        }

        @Override
        public void close() {
            key.close();
        }
    }

    @TempDir Path dir;
    private LocalJournal log;
    private final Works works = Works.draw();

    @BeforeEach
    void begin() throws IOException {
        LocalJournal.create(new FolderDisk(dir), "box.journal", Works.draw().key());
        log = open();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aStopWipesThemAtOnce() {
        var keys = new KeptKeys<>(log, () -> works, Optional::empty);
        assertEquals("used 32", keys.use(Works::used, reason -> reason));

        String last =
                keys.use(
                        kept -> {
                            log.stop("a fork");
                            return kept.used();
                        },
                        reason -> reason);

        assertEquals("used 32", last);
        assertFalse(keys.areKept());
        assertThrows(IllegalStateException.class, works::used);
        assertEquals("a fork", keys.use(Works::used, reason -> reason));
    }

    @Test
    void aBoxThatIsOpenedStoppedKeepsNone() throws IOException {
        log.stop("a fork");
        log.close();
        log = open();

        var keys =
                new KeptKeys<Works>(
                        log,
                        () -> {
                            throw new AssertionError("no key is made");
                        },
                        Optional::empty);

        assertFalse(keys.areKept());
        assertEquals("a fork", keys.use(Works::used, reason -> reason));
        assertEquals(Optional.empty(), keys.borrow(Works::used));
    }

    @Test
    void aCeremonyBorrowsThemAndLeavesNone() {
        log.stop("a fork");
        var keys = new KeptKeys<>(log, () -> works, () -> Optional.of(works));

        assertEquals(Optional.of("used 32"), keys.borrow(Works::used));

        assertThrows(IllegalStateException.class, works::used);
        assertFalse(keys.areKept());
        keys.restore();
        assertFalse(keys.areKept(), "the box is still stopped");
    }

    @Test
    void aBoxThatServesAgainHasThemAgain() {
        var keys = new KeptKeys<>(log, () -> works, () -> Optional.of(Works.draw()));
        keys.close();
        keys.restore();

        assertTrue(keys.areKept());
        assertEquals("used 32", keys.use(Works::used, reason -> reason));
    }

    private LocalJournal open() throws IOException {
        return LocalJournal.open(
                new FolderDisk(dir), "box.journal", Works.draw().key(), InstantSource.system());
    }
}
