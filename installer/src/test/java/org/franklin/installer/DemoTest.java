package org.franklin.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Window;

import org.franklin.client.Program;
import org.franklin.client.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The demo as a person at a terminal has it, with and without windows.
class DemoTest {

    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());
    private static final int TERMINATED = 128 + 15;
    private static final String GO_ON = "Start again to go on with this account.";

    private final List<Settings> shown = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path dir;

    @Test
    void opensTheWindowSignedOnAndEndsWhenItIsClosed() {
        var window = new ClosedWhenItReads("$99.26");
        var program = new Program(CLOCK, new SecureRandom());

        int code =
                demo((settings, opened) ->
                        program.run(
                                settings,
                                () -> {
                                    opened.run();
                                    window.start();
                                }));

        assertEquals(0, code, err.toString());
        var lines = out.toString().lines().toList();
        assertTrue(lines.getFirst().startsWith("WARNING: "), lines.getFirst());
        assertEquals("  " + dir.resolve("datacenter/seal/custody"), lines.get(1));
        assertEquals("Balance after: $99.26.", lines.get(11));
        assertEquals(
                "The window is open and signs on as demo. Closing it ends the demo.",
                lines.get(12));
        assertTrue(Files.exists(Path.of(lines.get(13).split(": ", -1)[1])), lines.get(13));
        assertEquals("The demo has ended. " + GO_ON, lines.getLast());
        assertTrue(window.words.contains("Dana Whitfield, Portland OR"), window.words.toString());
        assertTrue(window.words.contains("Printed"), window.words.toString());
    }

    @Test
    void saysWhyNoWindowOpensAndEndsWellAllTheSame() {
        int code = demo(this::show);

        assertEquals(0, code, err.toString());
        assertEquals(dir.resolve("mailer"), shown.getFirst().folder());
        assertTrue(
                out.toString()
                        .endsWith(
                                "\nNo window opens here (Unable to open DISPLAY). " + GO_ON + "\n"),
                out.toString());
        assertTrue(Files.exists(dir.resolve(FirstLetter.PDF)));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isLeftAloneWhileItRunsAndGoesOnAfterASignalEndedIt() throws Exception {
        var process = process();
        try (var lines = new BufferedReader(process.inputReader())) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("Should it ask")) {
                line = lines.readLine();
            }
            assertEquals(CommandLine.ExitCode.SOFTWARE, demo(this::show, "--fresh"));
            assertEquals(
                    "A demo runs in " + dir + ". End it first, or choose another --dir.\n",
                    err.toString());
        } finally {
            process.destroy();
        }
        assertEquals(TERMINATED, process.waitFor());

        assertEquals(0, demo(this::show, "--no-window"), err.toString());
        assertTrue(out.toString().contains("Balance before: $99.26"), out.toString());
        assertTrue(out.toString().endsWith("\n" + GO_ON + "\n"), out.toString());
        assertEquals(List.of(), shown);
    }

    /// A machine without a display.
    private Program.Ended show(Settings settings, Runnable opened) {
        shown.add(settings);
        return new Program.Ended.NoDisplay("Unable to open DISPLAY");
    }

    private int demo(Demo.Windows windows, String... more) {
        var arguments = new ArrayList<>(List.of("--dir", dir.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new Demo(CLOCK, new SecureRandom(), windows))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Process process() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName(),
                        "--dir",
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Closes the window once these words can be read in it, or when it has drawn for long without.
    private static final class ClosedWhenItReads extends AnimationTimer {

        private static final int MOST_PULSES = 3_600;

        private final String awaited;
        private final List<String> words = new ArrayList<>();
        private int pulses;

        ClosedWhenItReads(String awaited) {
            this.awaited = awaited;
        }

        @Override
        public void handle(long now) {
            words.clear();
            Window.getWindows().forEach(window -> read(window.getScene().getRoot()));
            pulses++;
            boolean isFilled = words.contains(awaited) && words.contains("Printed");
            if (isFilled || pulses == MOST_PULSES) {
                stop();
                Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            }
        }

        private void read(Node node) {
            if (node instanceof Labeled label) {
                words.add(label.getText());
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(this::read);
            }
        }
    }
}
