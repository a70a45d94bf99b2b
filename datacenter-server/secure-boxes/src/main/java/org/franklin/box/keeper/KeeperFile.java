package org.franklin.box.keeper;

import org.franklin.box.file.OwnFile;
import org.franklin.box.file.OwnerMode;
import org.franklin.box.keeper.KeeperText.Label;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/// A keeper's key as a file that only she can read, and its public half beside it, `FILE.pub`. The
/// key lies under a passphrase, or plainly for demos. A secret file that others can read is
/// refused.
public final class KeeperFile {

    /// What a file turned out to hold.
    public sealed interface Read<T> {

        record Of<T>(T value) implements Read<T> {}

        /// A sentence that says what is wrong with the file and what to do.
        record Refused<T>(String sentence) implements Read<T> {}
    }

    /// Who is asked for the passphrase of a file that has one.
    public interface Asking {

        /// What is given is wiped once it was tried.
        Read<SecretBytes> passphrase(String keeper) throws IOException;

        static Asking nobody() {
            return keeper ->
                    new Read.Refused<>(
                            "The key of %s is under a passphrase, and nobody was asked."
                                    .formatted(keeper));
        }
    }

    private KeeperFile() {}

    /// Writes both halves, each whole or not at all: whoever can read the secret one is the keeper.
    /// Refuses to replace a file.
    public static void createPlain(Path file, KeeperKey key) throws IOException {
        try (var pkcs8 = key.pkcs8()) {
            byte[] text =
                    pkcs8.use(plain -> KeeperText.of(Label.PLAIN, key.keeper().name(), plain));
            try {
                OwnFile.create(file, text);
            } finally {
                Arrays.fill(text, (byte) 0);
            }
        }
        PublicHalf.create(file, key);
    }

    /// The same under a passphrase, which stays the caller's.
    public static void create(Path file, KeeperKey key, SecretBytes passphrase, SecureRandom random)
            throws IOException {
        OwnFile.create(file, sealed(key, passphrase, random));
        PublicHalf.create(file, key);
    }

    /// The same key under another passphrase, in the place of the secret file.
    public static void reseal(Path file, KeeperKey key, SecretBytes passphrase, SecureRandom random)
            throws IOException {
        OwnFile.replace(file, sealed(key, passphrase, random));
    }

    private static byte[] sealed(KeeperKey key, SecretBytes passphrase, SecureRandom random) {
        var form = SealedKey.of(key, passphrase, random).form();
        return KeeperText.of(Label.SEALED, key.keeper().name(), form.toArray());
    }

    /// The key, which the caller closes. Only where it is under a passphrase somebody is asked.
    public static Read<KeeperKey> secret(Path file, Asking asking) throws IOException {
        if (OwnerMode.FILE.isExceededBy(file)) {
            return refused(file + " can be read by others. Only its keeper may: chmod 600 " + file);
        }
        return switch (KeeperText.read(file, "a keeper's file")) {
            case Read.Refused<KeeperText>(var sentence) -> refused(sentence);
            case Read.Of<KeeperText>(var text) -> {
                try (text) {
                    yield switch (text.label()) {
                        case PLAIN -> key(file, text.name(), text.content());
                        case SEALED -> open(file, text, asking);
                        case PUBLIC -> refused(file + " is a public half, not a keeper's file.");
                    };
                }
            }
        };
    }

    private static Read<KeeperKey> open(Path file, KeeperText text, Asking asking)
            throws IOException {
        return switch (SealedKey.read(text.content().use(Bytes::of))) {
            case Malformed<SealedKey> _ -> damaged(file);
            case Valid<SealedKey>(var sealed) ->
                    sealed.keeper().equals(text.name())
                            ? open(file, sealed, asking.passphrase(sealed.keeper()))
                            : damaged(file);
        };
    }

    private static Read<KeeperKey> open(Path file, SealedKey sealed, Read<SecretBytes> given) {
        return switch (given) {
            case Read.Refused<SecretBytes>(var sentence) -> refused(sentence);
            case Read.Of<SecretBytes>(var passphrase) -> {
                try (passphrase) {
                    yield sealed.open(passphrase)
                            .map(pkcs8 -> key(file, sealed.keeper(), pkcs8))
                            .orElseGet(() ->
                                    refused(
                                            ("The passphrase of %s is wrong. Nothing was changed;"
                                                            + " try again.")
                                                    .formatted(file)));
                }
            }
        };
    }

    private static Read<KeeperKey> key(Path file, String name, SecretBytes pkcs8) {
        try (pkcs8) {
            return new Read.Of<>(KeeperKey.of(name, pkcs8));
        } catch (IllegalArgumentException _) {
            return refused(file + " holds no P-256 key.");
        }
    }

    private static <T> Read<T> damaged(Path file) {
        return refused(file + " is damaged or was changed: take a copy of it that is not.");
    }

    static <T> Read<T> refused(String sentence) {
        return new Read.Refused<>(sentence);
    }
}
