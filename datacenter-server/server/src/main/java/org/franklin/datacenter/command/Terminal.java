package org.franklin.datacenter.command;

import org.franklin.datacenter.DataCenter;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.Installation.Opening;
import org.franklin.datacenter.communication.jetty.Listening.UnixSocket;

import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;
import java.nio.file.Path;

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

    int refuse(String sentence) {
        err.println(sentence);
        err.flush();
        return Exit.REFUSED;
    }

    /// What is done with an installation once it is open.
    interface Work {
        int with(Installation installation) throws Exception;
    }

    int opened(Opening opening, Work work) throws Exception {
        return switch (opening) {
            case Opening.Refused(var sentence) -> refuse(sentence);
            case Opening.Opened(var installation) -> work.with(installation);
        };
    }

    void introduce(Path folder, DataCenter.Address address) {
        say("Data center of " + folder.toAbsolutePath().normalize());
        say("  apps       " + address.apps());
        if (address.unixSocket() instanceof UnixSocket.At(var path, _)) {
            say("  local      " + path);
        }
        say("  operators  " + address.operators() + "/health and /metrics");
        say("  CA file    " + address.authority());
        say("  CA SHA-256 " + address.fingerprint());
    }
}
