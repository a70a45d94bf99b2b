package org.franklin.box.file;

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
import java.util.Objects;
import java.util.Optional;

/// A small file that only its owner can read, where the file system has modes, and that is there
/// either whole or not at all, also after a crash.
public final class OwnFile {

    private static final int LONGEST = 64 * 1024;

    private OwnFile() {}

    /// Writes a new file, durably; throws if there is one.
    public static void create(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        replace(file, content);
    }

    /// Writes a file, durably, in place of an old one if there is one.
    public static void replace(Path file, byte[] content) throws IOException {
        var folder =
                Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root is no file");
        var draft = Files.createTempFile(folder, ".", ".new", OwnerMode.FILE.in(folder));
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
        force(folder);
    }

    /// Nothing where there is no such file. Longer ones than any of ours are read as far as that.
    public static Optional<Bytes> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(Bytes.of(in.readNBytes(LONGEST)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Makes names in a folder durable, where a folder can be opened like a file.
    public static void force(Path folder) throws IOException {
        if (OwnerMode.areIn(folder)) {
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
