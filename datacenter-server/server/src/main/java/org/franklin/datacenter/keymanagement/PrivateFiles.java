package org.franklin.datacenter.keymanagement;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Files and folders that only the data center's own user may read: modes 600 and 700 where the
/// file system has modes. Elsewhere the user's own folder protects them.
public final class PrivateFiles {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private PrivateFiles() {}

    /// Writes a new file, whole or not at all, and durably. Throws if it exists.
    public static void create(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            throw new java.nio.file.FileAlreadyExistsException(file.toString());
        }
        replace(file, content);
    }

    /// Writes a file, in place of an old one if there is one: after a crash there is either.
    public static void replace(Path file, byte[] content) throws IOException {
        Path folder = above(file);
        Path fresh = Files.createTempFile(folder, ".", ".new", mode(folder, FILE));
        try {
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        force(folder);
    }

    /// Makes the folder if it is not there; the folders above it must be.
    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            restrictFolder(folder);
        } else {
            Files.createDirectory(folder, mode(above(folder), FOLDER));
        }
    }

    public static void restrict(Path file) throws IOException {
        set(file, FILE);
    }

    private static Path above(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "the root is not ours");
    }

    private static void restrictFolder(Path folder) throws IOException {
        set(folder, FOLDER);
    }

    private static void set(Path path, String mode) throws IOException {
        if (hasModes(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    private static FileAttribute<?>[] mode(Path near, String mode) {
        return hasModes(near)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }

    /// Makes names in a folder durable, where a folder can be opened like a file.
    private static void force(Path folder) throws IOException {
        if (hasModes(folder)) {
            try (var channel = FileChannel.open(folder, Set.of(StandardOpenOption.READ))) {
                channel.force(true);
            }
        }
    }

    private static boolean hasModes(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
