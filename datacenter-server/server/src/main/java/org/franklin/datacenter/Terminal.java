package org.franklin.datacenter;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.Installation.Opening;
import org.franklin.datacenter.communication.jetty.Listening.UnixSocket;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.datacenter.keymanagement.custody.Secrets;

import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// What all commands have in common: the folder, and how they speak.
final class Terminal {

    private final PrintWriter out;
    private final PrintWriter err;

    Terminal(CommandSpec command) {
        out = command.commandLine().getOut();
        err = command.commandLine().getErr();
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /// Says so where an installation is for study alone.
    void warnOf(Suite suite) {
        suite.warning().ifPresent(warning -> say("WARNING: " + warning));
    }

    int refuse(String sentence) {
        err.println(sentence);
        err.flush();
        return Commands.REFUSED;
    }

    /// What is done with an installation once it is open.
    interface Work {
        int with(Installation installation) throws Exception;
    }

    /// Opens the seal of an opened installation, and then does the work.
    int opened(Opening opening, Secrets secrets, Work work) throws Exception {
        return switch (opening) {
            case Opening.Refused(var sentence) -> refuse(sentence);
            case Opening.Opened(var installation) ->
                    switch (installation.unseal(secrets)) {
                        case Seal.Opening.Open _ -> work.with(installation);
                        case Seal.Opening.Refused(var sentence) -> {
                            installation.close();
                            yield refuse(sentence);
                        }
                    };
        };
    }

    /// Says so, loudly, where anybody opens the boxes who can read a file.
    void warn(Installation installation) {
        installation.warning().forEach(this::say);
    }

    /// Starts it and says where it listens. That it closes in order is settled before anyone can
    /// know that it runs, and so before anyone can end it.
    void introduce(Path folder, DataCenter dataCenter) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            dataCenter.close();
                            say("Closed.");
                        }));
        var address = dataCenter.start();
        say("Data center of " + folder.toAbsolutePath().normalize());
        say("  apps       " + address.apps());
        if (address.unixSocket() instanceof UnixSocket.At(var path, _)) {
            say("  local      " + path);
        }
        say("  operators  " + address.operators() + "/health and /metrics");
        say("  CA file    " + address.authority());
        say("  CA SHA-256 " + address.fingerprint());
        warnOf(dataCenter.suite());
    }

    /// Serves until the process is told to end, by Ctrl-C or by the system, and closes in order.
    /// Returns only where this thread is interrupted.
    int untilTheEnd() {
        say("Serving. Ctrl-C ends it.");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Commands.FINE;
    }
}
