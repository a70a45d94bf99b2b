package org.franklin.box.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Mode 600, where the file system has modes.
final class OwnerMode {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnerMode() {}

    /// What a new file in this folder is made with.
    static FileAttribute<?>[] in(Path folder) {
        return hasModes(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    /// Whether a file is there, and others than its owner may do something with it.
    static boolean isWiderOf(Path file) throws IOException {
        return Files.exists(file)
                && hasModes(file)
                && !OWNER.containsAll(Files.getPosixFilePermissions(file));
    }

    private static boolean hasModes(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
