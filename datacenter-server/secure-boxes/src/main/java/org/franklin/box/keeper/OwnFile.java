package org.franklin.box.keeper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// A file of one person: mode 600 where the file system has modes, and written whole or not at all.
final class OwnFile {

    private OwnFile() {}

    static void create(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        replace(file, content);
    }

    static void replace(Path file, byte[] content) throws IOException {
        var folder =
                Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root is no file");
        var draft = Files.createTempFile(folder, ".", ".new", OwnerMode.in(folder));
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

    static boolean isReadByOthers(Path file) throws IOException {
        return OwnerMode.isWiderOf(file);
    }
}
