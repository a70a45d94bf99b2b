package org.franklin.box.keeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.franklin.box.keeper.KeeperFile.Read;
import org.franklin.box.key.SecretBytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a keeper's file says: a line `Keeper: NAME`, then one block in the manner of PEM (RFC
/// 7468).
record KeeperText(Label label, String name, SecretBytes content) implements AutoCloseable {

    /// What the block is.
    enum Label {
        /// PKCS#8, DER.
        PLAIN("PRIVATE KEY"),
        /// The form of a [SealedKey].
        SEALED("FRANKLIN SEALED KEY"),
        /// X.509 SubjectPublicKeyInfo, DER.
        PUBLIC("PUBLIC KEY");

        private final String words;

        Label(String words) {
            this.words = words;
        }
    }

    private static final int LONGEST = 8 * 1024;

    private static final Pattern FORM =
            Pattern.compile(
                    ("Keeper: (.{1,40})\\R-----BEGIN (%s)-----([A-Za-z0-9+/=\\s]+)"
                                    + "-----END \\2-----\\s*")
                            .formatted(
                                    Stream.of(Label.values())
                                            .map(label -> label.words)
                                            .collect(Collectors.joining("|"))));

    /// The text of a file, or else a sentence; `what` is what it should be.
    static Read<KeeperText> read(Path file, String what) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST);
            try {
                return read(bytes)
                        .<Read<KeeperText>>map(Read.Of::new)
                        .orElseGet(() -> KeeperFile.refused("%s is not %s.".formatted(file, what)));
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (NoSuchFileException _) {
            return KeeperFile.refused("There is no file " + file + ".");
        }
    }

    /// Empty where it is none.
    static Optional<KeeperText> read(byte[] text) {
        var found = FORM.matcher(new String(text, UTF_8));
        if (!found.matches() || !Keepers.isName(found.group(1))) {
            return Optional.empty();
        }
        try {
            var content = SecretBytes.take(Base64.getMimeDecoder().decode(found.group(3)));
            return Stream.of(Label.values())
                    .filter(label -> label.words.equals(found.group(2)))
                    .findFirst()
                    .map(label -> new KeeperText(label, found.group(1), content));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The whole text, which the caller wipes.
    static byte[] of(Label label, String name, byte[] content) {
        var head = "Keeper: %s\n-----BEGIN %s-----\n".formatted(name, label.words).getBytes(UTF_8);
        byte[] body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(content);
        var end = "\n-----END %s-----\n".formatted(label.words).getBytes(UTF_8);
        byte[] text =
                ByteBuffer.allocate(head.length + body.length + end.length)
                        .put(head)
                        .put(body)
                        .put(end)
                        .array();
        Arrays.fill(body, (byte) 0);
        return text;
    }

    @Override
    public void close() {
        content.close();
    }
}
