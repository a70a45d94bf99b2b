package org.franklin.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A Java file of the checkout.
record Source(Path path, List<String> lines) {

    static Source read(Path path) {
        try {
            return new Source(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    String name() {
        return Checkout.ROOT.relativize(path).toString().replace('\\', '/');
    }

    boolean isMain() {
        return name().contains("src/main/java/");
    }

    boolean isPackageInfo() {
        return path.endsWith("package-info.java");
    }

    /// The tests of the house count no lines: they say nothing of what Franklin does.
    boolean isHouse() {
        return name().contains("/org/franklin/house/");
    }

    String folder() {
        return name().substring(0, name().lastIndexOf('/'));
    }

    String at(int line) {
        return name() + ":" + line;
    }

    /// The numbers of the lines that are asked for, counted from one.
    IntStream numbered(Predicate<String> asked) {
        return IntStream.rangeClosed(1, lines.size())
                .filter(number -> asked.test(lines.get(number - 1)));
    }

    long commentLines() {
        return lines.stream().map(String::strip).filter(line -> line.startsWith("//")).count();
    }

    long codeLines() {
        return lines.stream().filter(line -> !line.isBlank()).count() - commentLines();
    }
}
