package org.franklin.datacenter.command;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command said, and the code that it ended with.
public record Said(int code, String out, String err) {

    public static Said by(CommandLine command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                command.setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
