package org.franklin.datacenter.function.funds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.key.VerifyingKey;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class ProcessorKeyTest {

    private static final Bytes STATEMENT = Bytes.ofHex("0102");

    @TempDir Path dir;

    @Test
    void signsWhatItsPublicKeyVerifies() {
        var key = ProcessorKey.create(file());
        var verifier = VerifyingKey.of(key.publicKey()).orElseThrow();

        assertTrue(verifier.verifies(STATEMENT, key.sign(STATEMENT)));
        assertFalse(verifier.verifies(Bytes.ofHex("0103"), key.sign(STATEMENT)));
    }

    @Test
    void staysTheSameInItsFile() {
        var made = ProcessorKey.create(file());
        var loaded = ProcessorKey.load(file());
        var verifier = VerifyingKey.of(made.publicKey()).orElseThrow();

        assertEquals(made.publicKey(), loaded.publicKey());
        assertTrue(verifier.verifies(STATEMENT, loaded.sign(STATEMENT)));
    }

    @Test
    void isForItsOwnersEyes() throws IOException {
        ProcessorKey.create(file());

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void overwritesNoKey() {
        ProcessorKey.create(file());

        assertThrows(UncheckedIOException.class, () -> ProcessorKey.create(file()));
    }

    @Test
    void refusesAFileThatHoldsSomethingElse() throws IOException {
        Files.writeString(file(), "a\nb\n");
        assertThrows(IllegalArgumentException.class, () -> ProcessorKey.load(file()));

        Files.writeString(file(), "");
        assertThrows(IllegalArgumentException.class, () -> ProcessorKey.load(file()));
    }

    private Path file() {
        return dir.resolve("processor.key");
    }
}
