package org.franklin.client;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.franklin.client.print.room.Printers;
import org.franklin.client.print.room.system.SystemPrinters;
import org.franklin.client.ui.VirtualThreads;

import java.io.OutputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// The mailer's program in this process: its toolkit, its one window and its folder, from the
/// opening of the window to its closing.
public final class Program {

    /// How it came to its end.
    public sealed interface Ended {

        /// The mailer closed the window; the mailer's folder is closed as well.
        record Closed() implements Ended {}

        /// Neither window nor folder was opened, because this machine shows no windows: why, in the
        /// words of the toolkit.
        record NoDisplay(String why) implements Ended {}
    }

    private static final String GTK = " Install GTK 3, for example: apt-get install libgtk-3-0";

    private final Clock clock;
    private final SecureRandom random;

    public Program(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /// Opens the window, says so, and waits until it is closed. A process does this once, because
    /// its toolkit starts only once.
    public Ended run(Settings settings, Runnable opened) {
        var ended = new CompletableFuture<Ended>();
        try {
            Platform.startup(() -> {
                try {
                    open(settings, ended);
                    opened.run();
                } catch (RuntimeException e) {
                    ended.completeExceptionally(e);
                }
            });
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            String why = String.valueOf(e.getMessage());
            return new Ended.NoDisplay(why.contains("GTK") ? why + GTK : why);
        }
        return ended.join();
    }

    private void open(Settings settings, CompletableFuture<Ended> ended) {
        var desk = new FolderDesk(settings, printers(settings), clock, random);
        var faults = new Faults();
        var background = new VirtualThreads(Platform::runLater, faults);
        var app = new FranklinApp(new Stage(), desk, background, clock, random);
        faults.tell(app::stop);
        handle(faults);
        app.onClosed(() -> ended.complete(new Ended.Closed()));
        app.start();
    }

    /// The printers of this computer; pages on their way to them lie in the mailer's folder.
    private static Printers printers(Settings settings) {
        String searchPath = System.getenv().getOrDefault("PATH", "");
        return new SystemPrinters(searchPath, settings.folder().resolve("printing"));
    }

    /// What the window thread throws is a fault like any other, but not while the process ends:
    /// then the toolkit, which ends at the same time, prints that its last frame was cut off.
    private static void handle(Faults faults) {
        var isEnding = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            isEnding.set(true);
                            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false));
                        }));
        Thread.currentThread()
                .setUncaughtExceptionHandler((_, thrown) -> {
                    if (!isEnding.get()) {
                        faults.accept(thrown);
                    }
                });
    }
}
