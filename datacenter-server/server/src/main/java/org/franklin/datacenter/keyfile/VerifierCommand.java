package org.franklin.datacenter.keyfile;

import org.franklin.datacenter.command.Speech;
import org.franklin.datacenter.keymanagement.verifier.VerifierFiles;

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

/// The command `verifier`, whose one part is `new`.
@Command(
        name = "verifier",
        mixinStandardHelpOptions = true,
        header = "Makes the key of a verifier of the Post.",
        description =
                "A verifier checks the postal tokens of the suite PATENT_1998, offline. Two keepers"
                        + " have the Post's token keys sealed to it; only its key opens them.",
        synopsisSubcommandLabel = "new",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter verifier new --name \"Post Chicago\" --out post.key",
            "  franklin-datacenter ceremony request --dir /srv/franklin \\",
            "      --kind export-token-keys --verifier post.key.pub --reason \"a new verifier\" \\",
            "      --keeper ann.key --out export.txt",
            "  franklin-datacenter verify --keys keys.json --token-keys post-keys.json \\",
            "      --verifier post.key symbol.bin"
        })
public final class VerifierCommand implements Runnable {

    @Spec private CommandSpec command = CommandSpec.create();

    private VerifierCommand() {}

    public static CommandLine line(SecureRandom random) {
        return new CommandLine(new VerifierCommand()).addSubcommand(new New(random));
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say what to do: verifier new.");
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            header = "Draws a key and writes it to a file that only you can read.",
            description = "The public half lies beside it, in FILE.pub.",
            footer = {
                "",
                "Example:",
                "  franklin-datacenter verifier new --name \"Post Chicago\" --out post.key"
            })
    private static final class New implements Callable<Integer> {

        @Spec private CommandSpec command = CommandSpec.create();

        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME",
                description = "As keepers and the audit chain will name it, 1 to 40 characters.")
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
            var refusal = VerifierFiles.make(name, out, random);
            if (refusal.isPresent()) {
                return speech.refuse(refusal.get());
            }
            return speech.say(
                    List.of(
                            "Wrote " + out + ". Keep it to yourself.",
                            "Wrote "
                                    + VerifierFiles.publicHalf(out)
                                    + ". Give it to a keeper, and tell both keepers this by another"
                                    + " way:",
                            "  key SHA-256  " + VerifierFiles.fingerprint(out)));
        }
    }
}
