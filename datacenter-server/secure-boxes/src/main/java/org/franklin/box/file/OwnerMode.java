package org.franklin.box.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// What the owner may do and nobody else, where the file system has modes. Elsewhere the user's own
/// folder protects it.
public enum OwnerMode {
    /// 600.
    FILE("rw-------"),
    /// 700.
    FOLDER("rwx------");

    private final String words;

    OwnerMode(String words) {
        this.words = words;
    }

    private Set<PosixFilePermission> permissions() {
        return PosixFilePermissions.fromString(words);
    }

    /// What is made in this folder is made with these.
    public FileAttribute<?>[] in(Path folder) {
        return areIn(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions())}
                : new FileAttribute<?>[0];
    }

    /// Gives what is there this mode.
    public void set(Path path) throws IOException {
        if (areIn(path)) {
            Files.setPosixFilePermissions(path, permissions());
        }
    }

    /// Whether something is there, and others than its owner may do something with it.
    public boolean isExceededBy(Path path) throws IOException {
        return Files.exists(path)
                && areIn(path)
                && !permissions().containsAll(Files.getPosixFilePermissions(path));
    }

    static boolean areIn(Path folder) {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }
}
