package org.franklin.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The files that people write, in every module: what is built and what tools keep is left out.
final class Checkout {

    static final Path ROOT = root(Path.of("").toAbsolutePath());

    private static final Set<String> HIDDEN_BUT_OURS = Set.of(".ci");

    private Checkout() {}

    static List<Source> sources() {
        return files().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(Source::read)
                .toList();
    }

    static List<Path> files() {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new Collector(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    /// The folder of the parent pom, above whatever folder the tests are started in.
    private static Path root(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("pom.xml"))
                    && Files.isDirectory(folder.resolve("shared-model"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no checkout of Franklin above " + start);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final List<Path> files;

        Collector(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean foreign =
                    name.equals("target")
                            || (name.startsWith(".") && !HIDDEN_BUT_OURS.contains(name));
            return foreign && !folder.equals(ROOT)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}
