package org.franklin.datacenter.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command line of a process that is started over and over: its class path is of jars only, so
/// that its classes can come from an archive, in half the time.
final class JavaLine {

    private final Path archive;
    private final String classPath;

    JavaLine(Path dir) throws IOException {
        archive = dir.resolve("classes.jsa");
        var entries = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = dir.resolve(entries.size() + ".jar");
            if (Files.isDirectory(Path.of(entry))) {
                pack(Path.of(entry), jar);
                entries.add(jar.toString());
            } else {
                entries.add(entry);
            }
        }
        classPath = entries.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.skip(1).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                boolean isFolder = Files.isDirectory(file);
                // Whoever looks for the files of a folder in a jar looks for the folder first.
                out.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, out);
                }
            }
        }
    }

    /// A process that leaves the archive behind when it ends in order.
    List<String> first(Class<?> main, Path folder) {
        return first(main, List.of(folder.toString()));
    }

    List<String> first(Class<?> main, List<String> arguments) {
        return line("-XX:ArchiveClassesAtExit=", main, arguments);
    }

    List<String> again(Class<?> main, Path folder) {
        return again(main, List.of(folder.toString()));
    }

    List<String> again(Class<?> main, List<String> arguments) {
        return line("-XX:SharedArchiveFile=", main, arguments);
    }

    private List<String> line(String option, Class<?> main, List<String> arguments) {
        var java = java(option, main);
        return Stream.concat(java.stream(), arguments.stream()).toList();
    }

    private List<String> java(String option, Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                // What the machine has to say must not come between the answers.
                "-Xlog:disable",
                option + archive,
                "-cp",
                classPath,
                main.getName());
    }
}
