package org.franklin.box.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// A folder that only its owner can enter, where the file system has modes.
public final class OwnFolder {

    private OwnFolder() {}

    /// Makes the folder, or closes it to others if it is there; the folders above it must be.
    public static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            OwnerMode.FOLDER.set(folder);
        } else {
            var above =
                    Objects.requireNonNull(
                            folder.toAbsolutePath().getParent(), "the root is not ours");
            Files.createDirectory(folder, OwnerMode.FOLDER.in(above));
        }
    }
}
