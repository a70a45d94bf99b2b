package org.franklin.datacenter.keymanagement.verifier;

import org.franklin.box.file.OwnFile;
import org.franklin.box.file.OwnerMode;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.verifier.Verifier;
import org.franklin.box.verifier.VerifierForm;
import org.franklin.box.verifier.VerifierKey;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.published.TokenKeyFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// A verifier's key as a file that only its owner can read, and its public half beside it,
/// `FILE.pub`, for the keepers.
public final class VerifierFiles {

    private static final int LONGEST = 8 * 1024;

    /// What a file turned out to hold.
    public sealed interface Read<T> {

        record Of<T>(T value) implements Read<T> {}

        /// A sentence that says what is wrong with the file and what to do.
        record Refused<T>(String sentence) implements Read<T> {}
    }

    private VerifierFiles() {}

    /// Where the public half of a secret file lies.
    public static Path publicHalf(Path secret) {
        return secret.resolveSibling(secret.getFileName() + ".pub");
    }

    /// Draws a key and writes both halves of it; a sentence that says why not, otherwise.
    public static Optional<String> make(String name, Path file, SecureRandom random)
            throws IOException {
        if (!Keepers.isName(name)) {
            return Optional.of(
                    "A verifier's name has 1 to 40 letters, digits, spaces, points and dashes.");
        }
        for (Path half : new Path[] {file, publicHalf(file)}) {
            if (Files.exists(half)) {
                return Optional.of(half + " is there already. Choose another file.");
            }
        }
        try (var key = VerifierKey.draw(name, random)) {
            byte[] secret = VerifierForm.write(key);
            try {
                OwnFile.create(file, secret);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
            OwnFile.create(publicHalf(file), VerifierForm.write(key.verifier()));
        }
        return Optional.empty();
    }

    /// Writes what a meter box sealed to a verifier to a new file, JSON.
    public static void write(Path file, TokenKeyFile sealed) throws IOException {
        OwnFile.create(file, Json.write(sealed));
    }

    /// The secret half. A file that others can read is refused.
    public static Read<VerifierKey> secret(Path file) throws IOException {
        return OwnerMode.FILE.isExceededBy(file)
                ? new Read.Refused<>(
                        file + " can be read by others. Only its owner may: chmod 600 " + file)
                : read(file, VerifierForm::secret, " is not a verifier's private key.");
    }

    public static Read<Verifier> open(Path file) throws IOException {
        return read(
                file,
                VerifierForm::open,
                " is not the public half of a verifier's key, as verifier new writes it.");
    }

    /// By which people compare the public half of a secret file; empty where that is none.
    public static String fingerprint(Path secret) throws IOException {
        return open(publicHalf(secret)) instanceof Read.Of<Verifier>(var verifier)
                ? verifier.fingerprint()
                : "";
    }

    private static <T> Read<T> read(Path file, Function<byte[], Optional<T>> form, String otherwise)
            throws IOException {
        byte[] text;
        try (var in = Files.newInputStream(file)) {
            text = in.readNBytes(LONGEST);
        } catch (NoSuchFileException _) {
            return new Read.Refused<>("There is no file " + file + ".");
        }
        try {
            return form.apply(text)
                    .<Read<T>>map(Read.Of::new)
                    .orElseGet(() -> new Read.Refused<>(file + otherwise));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }
}
