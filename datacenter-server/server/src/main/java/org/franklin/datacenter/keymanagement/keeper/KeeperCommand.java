package org.franklin.datacenter.keymanagement.keeper;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.security.SecureRandom;

/// The command `keeper` with its parts.
@Command(
        name = "keeper",
        mixinStandardHelpOptions = true,
        header = "Makes a keeper's own key, or changes its passphrase.",
        description =
                "A keeper is one of the people of whom two can unlock what a box locked. Her key is"
                        + " hers, under a passphrase that she alone knows; the installation is made"
                        + " with its public half.",
        synopsisSubcommandLabel = "(new | passphrase)",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter keeper new --name Ann --out ann.key",
            "  franklin-datacenter init --dir /srv/franklin \\",
            "      --keeper ann.key.pub --keeper bob.key.pub",
            "  franklin-datacenter keeper passphrase --keeper ann.key"
        })
public final class KeeperCommand implements Runnable {

    @Spec private CommandSpec command = CommandSpec.create();

    private KeeperCommand() {}

    public static CommandLine line(SecureRandom random) {
        return new CommandLine(new KeeperCommand())
                .addSubcommand(new NewCommand(random))
                .addSubcommand(new PassphraseCommand(random));
    }

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(), "Say what to do: keeper new or keeper passphrase.");
    }
}
