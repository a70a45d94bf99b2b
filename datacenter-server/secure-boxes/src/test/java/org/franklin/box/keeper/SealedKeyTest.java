package org.franklin.box.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.franklin.box.keeper.KeeperFile.Asking;
import org.franklin.box.keeper.KeeperFile.Read;
import org.franklin.box.keeper.KeeperText.Label;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// A keeper's file under her passphrase, as she and as a thief of it find it.
class SealedKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String WORDS = "correct horse battery staple";

    /// Whoever is asked before a file is known to be whole has been asked too early.
    private static final Asking TOO_EARLY =
            _ -> {
                throw new AssertionError("nobody is asked for this file");
            };

    private final KeeperKey ann = KeeperKey.draw("Ann", RANDOM);

    @TempDir Path dir;

    @BeforeEach
    void create() throws IOException {
        try (var passphrase = secret(WORDS)) {
            KeeperFile.create(file(), ann, passphrase, RANDOM);
        }
    }

    @Test
    void opensWithItsPassphraseAlone() throws IOException {
        var before = Files.readString(file());

        var right = KeeperFile.secret(file(), given(WORDS));
        var wrong = KeeperFile.secret(file(), given(WORDS + "r"));
        var nobody = KeeperFile.secret(file(), Asking.nobody());

        assertEquals(ann.keeper(), key(right).keeper());
        assertSays("The passphrase of " + file() + " is wrong", wrong);
        assertSays("under a passphrase, and nobody was asked", nobody);
        assertEquals(before, Files.readString(file()));
    }

    @Test
    void tellsNobodyTheKeyWhoReadsTheDisk() throws IOException {
        try (var scalar = ann.pkcs8()) {
            var text = Files.readString(file());
            var content = KeeperText.read(text.getBytes(UTF_8)).orElseThrow().content();

            assertFalse(text.contains("PRIVATE KEY"), text);
            assertFalse(content.use(Bytes::of).hex().contains(scalar.use(Bytes::of).hex()));
        }
        assertEquals(new Read.Of<>(ann.keeper()), PublicHalf.read(PublicHalf.beside(file())));
    }

    @Test
    void anotherPassphraseLeavesTheKeyAsItIs() throws IOException {
        var before = Files.readString(file());
        try (var passphrase = secret("another one, as long")) {
            KeeperFile.reseal(file(), ann, passphrase, RANDOM);
        }

        assertSays("is wrong", KeeperFile.secret(file(), given(WORDS)));
        var opened = KeeperFile.secret(file(), given("another one, as long"));
        assertEquals(ann.keeper(), key(opened).keeper());
        assertNotEquals(before, Files.readString(file()));
    }

    @Test
    void neverLooksTheSameTwice() {
        try (var passphrase = secret(WORDS)) {
            assertNotEquals(
                    SealedKey.of(ann, passphrase, RANDOM).form(),
                    SealedKey.of(ann, passphrase, RANDOM).form());
        }
    }

    @Test
    void aChangedFileIsToldFromAWrongPassphrase() throws IOException {
        String text = Files.readString(file());
        int body = text.indexOf("KEY-----\n") + 9;
        for (int at = body; at < text.length() - 40; at += 17) {
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            Files.writeString(file(), text.substring(0, at) + other + text.substring(at + 1));
            assertInstanceOf(Read.Refused.class, KeeperFile.secret(file(), TOO_EARLY));
        }
        Files.writeString(file(), text.replace("Keeper: Ann", "Keeper: Bob"));
        assertSays("was changed", KeeperFile.secret(file(), TOO_EARLY));
    }

    private record Argon2Cost(int kibibytes, int passes, int lanes) {}

    @ParameterizedTest
    @CsvSource({
        "65536, 3, 1, 15",
        "262145, 3, 1, 16",
        "65536, 13, 1, 16",
        "65536, 3, 17, 16",
        "2147483647, 2147483647, 2147483647, 16",
        "-1, -1, -1, 16"
    })
    void aForgedFileCannotTakeTheMachineDown(int kibibytes, int passes, int lanes, int salt)
            throws IOException {
        forge(new Argon2Cost(kibibytes, passes, lanes), Bytes.of(new byte[salt]));

        assertSays("is damaged or was changed", KeeperFile.secret(file(), TOO_EARLY));
    }

    private void forge(Argon2Cost cost, Bytes salt) throws IOException {
        class Forged {
            record SealedKey(String keeper, Argon2Cost cost, Bytes salt, Bytes nonce, Bytes key) {}
        }
        var content =
                Canonical.bytes(
                        new Forged.SealedKey(
                                "Ann", cost, salt, Bytes.of(new byte[12]), Bytes.of(new byte[99])));
        byte[] form = content.plus(Hash.of(content).bytes()).toArray();
        Files.write(file(), KeeperText.of(Label.SEALED, "Ann", form));
    }

    private static KeeperKey key(Read<KeeperKey> read) {
        return switch (read) {
            case Read.Of<KeeperKey>(var key) -> key;
            case Read.Refused<KeeperKey>(var sentence) -> throw new AssertionError(sentence);
        };
    }

    private static void assertSays(String words, Read<KeeperKey> read) {
        var sentence = assertInstanceOf(Read.Refused.class, read).sentence();
        assertTrue(sentence.contains(words), sentence);
    }

    private static Asking given(String passphrase) {
        return keeper -> {
            assertEquals("Ann", keeper);
            return new Read.Of<>(secret(passphrase));
        };
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.take(text.getBytes(UTF_8));
    }

    private Path file() {
        return dir.resolve("ann.key");
    }
}
