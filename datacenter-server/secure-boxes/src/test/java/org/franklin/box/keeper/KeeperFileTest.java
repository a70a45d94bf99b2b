package org.franklin.box.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.key.VerifyingKey;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

class KeeperFileTest {

    private static final Bytes WORDS = Bytes.of(new byte[] {1, 2, 3});

    private final KeeperKey ann = KeeperKey.draw("Ann B. of-Sales", new SecureRandom());

    @TempDir Path dir;

    @Test
    void readsBothHalvesBack() throws IOException {
        KeeperFile.createPlain(file(), ann);

        var keeper =
                assertInstanceOf(
                                KeeperFile.Read.Of.class,
                                PublicHalf.read(PublicHalf.beside(file())))
                        .value();
        assertEquals(ann.keeper(), keeper);
        var key =
                (KeeperKey)
                        assertInstanceOf(
                                        KeeperFile.Read.Of.class,
                                        KeeperFile.secret(file(), KeeperFile.Asking.nobody()))
                                .value();
        var signed = key.sign(WORDS);
        assertEquals("Ann B. of-Sales", signed.keeper());
        assertTrue(
                VerifyingKey.of(ann.keeper().publicKey())
                        .orElseThrow()
                        .verifies(WORDS, signed.signature()));
    }

    @Test
    void onlyItsOwnerMayReadTheSecretHalf() throws IOException {
        KeeperFile.createPlain(file(), ann);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        var refused =
                assertInstanceOf(
                        KeeperFile.Read.Refused.class,
                        KeeperFile.secret(file(), KeeperFile.Asking.nobody()));
        assertTrue(refused.sentence().contains("chmod 600"), refused.sentence());
    }

    @Test
    void replacesNoFile() throws IOException {
        KeeperFile.createPlain(file(), ann);
        assertThrows(FileAlreadyExistsException.class, () -> KeeperFile.createPlain(file(), ann));
    }

    @Test
    void saysWhatIsNoKey() throws IOException {
        KeeperFile.createPlain(file(), ann);
        String text = Files.readString(file());
        for (String damaged :
                new String[] {
                    "",
                    "Keeper: Ann\n",
                    text.replace("PRIVATE", "PUBLIC"),
                    text.replace("Keeper: Ann", "Keeper: \u0007Ann"),
                    text.substring(0, text.length() / 2)
                }) {
            Files.writeString(file(), damaged);
            assertInstanceOf(
                    KeeperFile.Read.Refused.class,
                    KeeperFile.secret(file(), KeeperFile.Asking.nobody()),
                    damaged);
        }
        assertInstanceOf(
                KeeperFile.Read.Refused.class,
                KeeperFile.secret(dir.resolve("none"), KeeperFile.Asking.nobody()));
        assertInstanceOf(KeeperFile.Read.Refused.class, PublicHalf.read(file()));
    }

    @Test
    void tellsNoSecretInWords() {
        assertFalse(ann.toString().contains(ann.keeper().publicKey().hex()));
        assertEquals("KeeperKey[Ann B. of-Sales]", ann.toString());
    }

    private Path file() {
        return dir.resolve("ann.key");
    }
}
