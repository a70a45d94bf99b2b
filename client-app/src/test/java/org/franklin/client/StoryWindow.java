package org.franklin.client;

import javafx.application.Platform;
import javafx.scene.input.KeyCode;

import org.franklin.client.signup.Announced;
import org.franklin.client.story.Mailer;
import org.franklin.client.ui.VirtualThreads;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/// The real program over a real folder: what a story does in its windows.
final class StoryWindow {

    private StoryWindow() {}

    static App open(Path folder, Announced announced) {
        var clock = Clock.system(App.CLOCK.getZone());
        var desk =
                new FolderDesk(
                        new Settings(folder, announced, Settings.ASK),
                        List::of,
                        clock,
                        new SecureRandom());
        var background =
                new VirtualThreads(
                        Platform::runLater,
                        fault -> {
                            throw new AssertionError(fault);
                        });
        return App.open(desk, background, clock);
    }

    /// Signs the mailer of the story on.
    static App signedOn(Path folder) {
        var app = open(folder, new Announced.Address(""));
        app.awaits("User name");
        app.type("#password", Mailer.PASSWORD);
        app.press("#main");
        return app;
    }

    /// Writes a letter of two ounces, up to the button with its price: a price that is of nothing
    /// that was written before.
    static void write(App app) {
        app.awaits("Your balance is enough for");
        app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
        app.awaits("Save as PDF");
        app.type("#to", ComposeTest.DANA);
        if (app.has("#from")) {
            app.type("#from", ComposeTest.OFFICE);
        }
        app.type("#weight", "2");
        app.awaits("Print postage – $1.03");
    }

    /// The program as a process of its own, which is killed between request and answer. Argument:
    /// the mailer's folder. It says by a `!` that it is about to press the button, and presses it
    /// when it reads a byte.
    public static void main(String[] arguments) throws IOException {
        var app = signedOn(Path.of(arguments[0]));
        write(app);
        System.out.write('!');
        System.out.flush();
        if (System.in.read() >= 0) {
            app.press("#main");
            app.awaits("never to be read");
        }
    }

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoryWindow.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
