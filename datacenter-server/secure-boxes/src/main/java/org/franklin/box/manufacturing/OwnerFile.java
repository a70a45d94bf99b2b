package org.franklin.box.manufacturing;

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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// A small file that only its owner can read, where the file system knows owners, and that is there
/// either whole or not at all, also after a crash.
final class OwnerFile {

    private static final int LONGEST = 64 * 1024;

    private OwnerFile() {}

    /// Refuses to replace a file.
    static void create(Path file, Bytes content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var folder = file.toAbsolutePath().getParent();
        var draft = file.resolveSibling(file.getFileName() + ".new");
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        Files.deleteIfExists(draft);
        try (var out = open(draft, posix)) {
            var bytes = ByteBuffer.wrap(content.toArray());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        if (posix) {
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static FileChannel open(Path file, boolean posix) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return posix
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options, new FileAttribute<?>[0]);
    }

    /// Nothing where there is no such file. Longer ones than any of ours are read as far as that.
    static Optional<Bytes> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(Bytes.of(in.readNBytes(LONGEST)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
