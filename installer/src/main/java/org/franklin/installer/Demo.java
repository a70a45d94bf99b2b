package org.franklin.installer;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// The command `demo`.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        version = "Franklin 0.1.0",
        sortOptions = false,
        description = {
            "Plays Franklin's whole story on this machine: starts a data center, buys postage for"
                    + " one letter, prints it, and verifies the print.",
            "Needs no network and no display. All postage is SPECIMEN and is worth nothing."
        },
        footer = {
            "",
            "Started again, the demo goes on with the same account. Ctrl-C stops all that it"
                    + " started."
        })
public final class Demo implements Callable<Integer> {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = {
                "Where the data center's files and the two prints go.",
                "Default: the folder franklin-demo in your home folder."
            })
    private Path dir = Path.of(System.getProperty("user.home"), "franklin-demo");

    @Option(names = "--fresh", description = "Forget an earlier demo in DIR and start anew.")
    private boolean fresh;

    @Option(names = "--no-window", description = "Open no window, even where there is a display.")
    private boolean noWindow;

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() {
        System.out.printf(
                "Franklin demo in %s%s%s%n",
                dir.toAbsolutePath().normalize(),
                fresh ? ", started anew" : "",
                noWindow ? ", without a window" : "");
        return CommandLine.ExitCode.OK;
    }
}
