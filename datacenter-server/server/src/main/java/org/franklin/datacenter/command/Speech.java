package org.franklin.datacenter.command;

import picocli.CommandLine;

/// How these commands speak: results on stdout, refusals on stderr.
public record Speech(CommandLine command) {

    public static final int FINE = 0;
    public static final int REFUSED = 1;

    public int say(Iterable<String> lines) {
        for (String line : lines) {
            command.getOut().println(line);
        }
        command.getOut().flush();
        return FINE;
    }

    public int refuse(String sentence) {
        command.getErr().println(sentence);
        command.getErr().flush();
        return REFUSED;
    }
}
