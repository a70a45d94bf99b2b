package org.franklin.datacenter.ceremony;

import org.franklin.datacenter.function.ceremony.KeeperFiles;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;

/// The command `keeper`, whose one part is `new`.
@Command(
        name = "keeper",
        mixinStandardHelpOptions = true,
        header = "Makes a keeper's own key.",
        description =
                "A keeper is one of the people of whom two can unlock what a box locked. Her key is"
                        + " hers; the installation is made with its public half.",
        synopsisSubcommandLabel = "new",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter keeper new --name Ann --out ann.key",
            "  franklin-datacenter init --dir /srv/franklin \\",
            "      --keeper ann.key.pub --keeper bob.key.pub"
        })
public final class KeeperCommand implements Runnable {

    @Spec private CommandSpec command = CommandSpec.create();

    private KeeperCommand() {}

    public static CommandLine line(SecureRandom random) {
        return new CommandLine(new KeeperCommand()).addSubcommand(new New(random));
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say what to do: keeper new.");
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            header = "Draws a key and writes it to a file that only you can read.",
            description = "The public half lies beside it, in FILE.pub.",
            footer = {"", "Example:", "  franklin-datacenter keeper new --name Ann --out ann.key"})
    private static final class New implements Callable<Integer> {

        @Spec private CommandSpec command = CommandSpec.create();

        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME",
                description = "As the audit chain will name you, 1 to 40 characters.")
        private String name = "";

        @Option(
                names = "--out",
                required = true,
                paramLabel = "FILE",
                description = "The file; it must not be there.")
        private Path out = Path.of("");

        private final SecureRandom random;

        New(SecureRandom random) {
            this.random = random;
        }

        @Override
        public Integer call() throws Exception {
            var speech = new Speech(command.commandLine());
            var refusal = KeeperFiles.make(name, out, random);
            return refusal.isPresent()
                    ? speech.refuse(refusal.get())
                    : speech.say(
                            List.of(
                                    "Wrote " + out + ". Keep it to yourself.",
                                    "Wrote "
                                            + KeeperFiles.publicHalf(out)
                                            + ". Give it to who makes the installation."));
        }
    }
}
