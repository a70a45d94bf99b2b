package org.franklin.box.keeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// A keeper's key as a file that only she can read, and its public half beside it, `FILE.pub`.
///
/// Both are text: a line `Keeper: NAME`, then the key in PEM (RFC 7468), PKCS#8 or X.509
/// SubjectPublicKeyInfo. A secret file that others can read is refused.
public final class KeeperFile {

    private static final int LONGEST = 8 * 1024;
    private static final String SECRET = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /// What a file turned out to hold.
    public sealed interface Read<T> {

        record Of<T>(T value) implements Read<T> {}

        /// A sentence that says what is wrong with the file and what to do.
        record Refused<T>(String sentence) implements Read<T> {}
    }

    private record Content(String name, SecretBytes key) {
        @Override
        public String toString() {
            return "Content[" + name + "]";
        }
    }

    private KeeperFile() {}

    /// Where the public half of a secret file lies.
    public static Path publicHalf(Path secret) {
        return secret.resolveSibling(secret.getFileName() + ".pub");
    }

    /// Writes both halves, each whole or not at all. Refuses to replace a file.
    public static void create(Path file, KeeperKey key) throws IOException {
        try (var pkcs8 = key.pkcs8()) {
            byte[] secret = pkcs8.use(form -> text(key.keeper().name(), SECRET, form));
            try {
                write(file, secret);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        }
        var keeper = key.keeper();
        write(publicHalf(file), text(keeper.name(), PUBLIC, keeper.publicKey().toArray()));
    }

    public static Read<KeeperKey> secret(Path file) throws IOException {
        if (Files.exists(file) && isReadByOthers(file)) {
            return new Read.Refused<>(
                    file + " can be read by others. Only its keeper may: chmod 600 " + file);
        }
        return switch (content(file, SECRET)) {
            case Read.Refused<Content>(var sentence) -> new Read.Refused<>(sentence);
            case Read.Of<Content>(var content) -> {
                try (var pkcs8 = content.key) {
                    yield new Read.Of<>(KeeperKey.of(content.name, pkcs8));
                } catch (IllegalArgumentException _) {
                    yield new Read.Refused<>(file + " holds no P-256 key.");
                }
            }
        };
    }

    public static Read<Keeper> open(Path file) throws IOException {
        return switch (content(file, PUBLIC)) {
            case Read.Refused<Content>(var sentence) -> new Read.Refused<>(sentence);
            case Read.Of<Content>(var content) ->
                    new Read.Of<>(new Keeper(content.name, content.key.use(Bytes::of)));
        };
    }

    private static Read<Content> content(Path file, String type) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST);
        } catch (NoSuchFileException _) {
            return new Read.Refused<>("There is no file " + file + ".");
        }
        var form =
                Pattern.compile(
                        ("Keeper: (.{1,40})\\R-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]+)"
                                        + "-----END %1$s-----\\s*")
                                .formatted(type));
        var found = form.matcher(new String(bytes, UTF_8));
        Arrays.fill(bytes, (byte) 0);
        if (!found.matches() || !Keepers.isName(found.group(1))) {
            return new Read.Refused<>(
                    file
                            + " is not "
                            + (type.equals(SECRET)
                                    ? "a keeper's file."
                                    : "a keeper's public half."));
        }
        try {
            return new Read.Of<>(
                    new Content(
                            found.group(1),
                            SecretBytes.take(Base64.getMimeDecoder().decode(found.group(2)))));
        } catch (IllegalArgumentException _) {
            return new Read.Refused<>(file + " is damaged.");
        }
    }

    private static byte[] text(String name, String type, byte[] key) {
        var head = "Keeper: %s\n-----BEGIN %s-----\n".formatted(name, type).getBytes(UTF_8);
        byte[] body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(key);
        var end = "\n-----END %s-----\n".formatted(type).getBytes(UTF_8);
        byte[] text =
                ByteBuffer.allocate(head.length + body.length + end.length)
                        .put(head)
                        .put(body)
                        .put(end)
                        .array();
        Arrays.fill(body, (byte) 0);
        return text;
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var folder =
                Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root is no file");
        var draft = Files.createTempFile(folder, ".", ".new", mode(folder));
        try {
            try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                var left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] mode(Path folder) {
        return hasModes(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private static boolean isReadByOthers(Path file) throws IOException {
        return hasModes(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file));
    }

    private static boolean hasModes(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
