package org.franklin.datacenter.drill.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// Copies and deletes whole folders.
public final class Folders {

    /// What belongs to a process that serves, and not to the installation.
    private static final Set<String> LEFT_OUT = Set.of("lock", "run", "logs");

    private Folders() {}

    /// Copies a folder to a path that is not there.
    public static void copy(Path from, Path to) {
        walk(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        if (isLeftOut(from, folder)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile() && !isLeftOut(from, file)) {
                            Files.copy(
                                    file,
                                    to.resolve(from.relativize(file).toString()),
                                    StandardCopyOption.COPY_ATTRIBUTES);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static boolean isLeftOut(Path root, Path entry) {
        return root.relativize(entry).getNameCount() == 1
                && LEFT_OUT.contains(String.valueOf(entry.getFileName()));
    }

    /// Deletes a folder with all that is in it, if it is there.
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        walk(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    // The exception is null where the folder could be read to its end.
                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @org.jspecify.annotations.Nullable IOException failure)
                            throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void walk(Path folder, SimpleFileVisitor<Path> visitor) {
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
