package org.franklin.datacenter.ceremony;

import picocli.CommandLine;

/// How these commands speak: results on stdout, refusals on stderr.
record Speech(CommandLine command) {

    static final int FINE = 0;
    static final int REFUSED = 1;

    int say(Iterable<String> lines) {
        for (String line : lines) {
            command.getOut().println(line);
        }
        command.getOut().flush();
        return FINE;
    }

    int refuse(String sentence) {
        command.getErr().println(sentence);
        command.getErr().flush();
        return REFUSED;
    }
}
