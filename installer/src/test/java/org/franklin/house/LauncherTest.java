package org.franklin.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The launchers, run as processes on a machine that is made for each test: a checkout with spaces
/// in its path, JDKs that say how they were called, and a Maven that says that it was.
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    private static final List<String> TOOLS =
            List.of(
                    "dirname",
                    "env",
                    "find",
                    "head",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "touch");

    private record Ended(long pid, int code, String out, String err) {}

    @TempDir private Path machine;

    private Path checkout;
    private Path bin;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void setUpTheMachine() throws IOException {
        checkout = machine.resolve("a checkout");
        bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            program(bin.resolve(tool), "exec " + toolOfThisMachine(tool) + " \"$@\"");
        }
        environment.put("PATH", bin.toString());
        environment.put("HOME", machine.resolve("home").toString());

        for (String launcher : List.of("demo", "franklin", "franklin-datacenter")) {
            copy("installer/" + launcher, text -> text);
        }
        copy("installer/src/main/sh/launch.sh", this::withFoldersOfTheMachine);
        Files.writeString(checkout.resolve("pom.xml"), "");
    }

    @Test
    void startsTheProgramOnTheJdkOfJavaHome() throws Exception {
        maven();
        environment.put("JAVA_HOME", jdk("jdk", "25.0.3").toString());

        var ended = run("demo", "--dir", "a folder");

        assertTrue(ended.out.startsWith("jdk started\n"), ended.toString());
        assertTrue(ended.out.contains("\n-ea:org.franklin...\n"), ended.out);
        assertTrue(
                ended.out.contains(
                        "\n--module-path\n%s/installer/target/franklin/javafx\n--add-modules\n"
                                .formatted(checkout)),
                ended.out);
        assertTrue(
                ended.out.endsWith("\norg.franklin.installer.Demo\n--dir\na folder\n"), ended.out);
    }

    @Test
    void startsTheMainClassOfEachLauncher() throws Exception {
        maven();
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());

        assertTrue(run("franklin").out.endsWith("\norg.franklin.client.Main\n"));
        assertTrue(run("franklin-datacenter").out.endsWith("\norg.franklin.datacenter.Main\n"));
    }

    @Test
    void passesOverAnOlderJdk() throws Exception {
        maven();
        environment.put("JAVA_HOME", jdk("old jdk", "17.0.15").toString());
        environment.put("JAVA25_HOME", jdk("new jdk", "25.0.3").toString());

        assertTrue(run("demo").out.startsWith("new jdk started\n"));
    }

    @Test
    void findsTheJdkWhoseJavaIsOnThePath() throws Exception {
        maven();
        var jdk = jdk("jdk", "26-ea");
        Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));

        assertTrue(run("demo").out.startsWith("jdk started\n"));
    }

    @Test
    void findsAnInstalledJdk() throws Exception {
        maven();
        jdk("folders/usr/lib/jvm/java 8", "1.8.0_402");
        jdk("folders/usr/lib/jvm/temurin 25", "25.0.3");

        assertTrue(run("demo").out.startsWith("temurin 25 started\n"));
    }

    @Test
    void saysWhatToInstallWhereNoJdkIsNewEnough() throws Exception {
        maven();
        environment.put("JAVA_HOME", jdk("jdk", "24.0.2").toString());

        var ended = run("demo");

        assertEquals(1, ended.code);
        assertEquals(
                "Franklin needs JDK 25 or newer: install one, for example Eclipse Temurin 25.\n",
                ended.err);
    }

    @Test
    void saysWhatToInstallWhereThereIsNoMaven() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());

        var ended = run("demo");

        assertEquals(1, ended.code);
        assertTrue(ended.err.contains("Franklin is built by Maven: install it"), ended.err);
    }

    @Test
    void buildsOnceAndAgainOnlyWhenASourceIsNewer() throws Exception {
        maven();
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        var source = Files.createDirectories(checkout.resolve("shared-model/src/main/java"));

        assertTrue(run("demo").err.contains("Building Franklin (first run"));
        assertEquals("", run("demo").err);
        var later = FileTime.fromMillis(Files.getLastModifiedTime(source).toMillis() + 60_000);
        Files.setLastModifiedTime(source, later);
        assertTrue(run("demo").err.contains("Building Franklin (its sources have changed)"));
        assertEquals(2, Files.readAllLines(machine.resolve("builds")).size());
    }

    @Test
    void startsNothingWhenTheBuildFails() throws Exception {
        program(bin.resolve("mvn"), "echo broken; exit 1");
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());

        var ended = run("demo");

        assertEquals(1, ended.code);
        assertEquals("", ended.out);
        assertTrue(ended.err.endsWith("could not be built: see the messages above.\n"), ended.err);
        assertFalse(Files.exists(checkout.resolve("installer/target/franklin/built")));
    }

    @Test
    void startsThroughSymbolicLinksFromAnyFolder() throws Exception {
        maven();
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        Path near = Files.createSymbolicLink(checkout.resolve("near"), Path.of("installer/demo"));
        Path far = Files.createSymbolicLink(machine.resolve("far"), near);

        assertTrue(run(far).out.startsWith("jdk started\n"));
    }

    @Test
    void becomesTheProgramSoThatSignalsReachIt() throws Exception {
        maven();
        var jdk = jdk("jdk", "25");
        program(jdk.resolve("bin/java"), "echo $$");
        environment.put("JAVA_HOME", jdk.toString());

        var ended = run("demo");

        assertEquals(ended.pid + "\n", ended.out);
    }

    @Test
    void endsWithTheCodeOfTheProgram() throws Exception {
        maven();
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        environment.put("CODE", "7");

        assertEquals(7, run("demo").code);
    }

    private Ended run(String launcher, String... arguments) throws Exception {
        return run(checkout.resolve("installer").resolve(launcher), arguments);
    }

    private Ended run(Path launcher, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        File out = machine.resolve("out").toFile();
        File err = machine.resolve("err").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.directory(Files.createDirectories(machine.resolve("elsewhere")).toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        int code = process.waitFor();
        return new Ended(
                process.pid(),
                code,
                Files.readString(out.toPath()),
                Files.readString(err.toPath()));
    }

    /// A JDK whose `java` says its folder's name, then each of its arguments on a line.
    private Path jdk(String folder, String version) throws IOException {
        Path home = machine.resolve(folder);
        program(home.resolve("bin/javac"), "");
        program(
                home.resolve("bin/java"),
                "printf '%s\\n' '" + home.getFileName() + " started' \"$@\"\nexit ${CODE:-0}");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void maven() throws IOException {
        program(bin.resolve("mvn"), "echo \"$@\" >> '" + machine.resolve("builds") + "'");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void copy(String name, UnaryOperator<String> change) throws IOException {
        Path copy = checkout.resolve(name);
        Files.createDirectories(copy.resolveSibling("."));
        Files.copy(Checkout.ROOT.resolve(name), copy);
        Files.writeString(copy, change.apply(Files.readString(copy)), StandardCharsets.UTF_8);
    }

    private String withFoldersOfTheMachine(String script) {
        String folders = "\"" + machine.resolve("folders") + "\"";
        return script.replace(" /usr/", " " + folders + "/usr/")
                .replace(" /opt/", " " + folders + "/opt/")
                .replace(" /Library/", " " + folders + "/Library/");
    }

    private static Path toolOfThisMachine(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
