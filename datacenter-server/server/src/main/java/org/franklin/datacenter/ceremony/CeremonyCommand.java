package org.franklin.datacenter.ceremony;

import org.franklin.datacenter.command.Opener;
import org.franklin.datacenter.function.ceremony.Ceremonies;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command `ceremony` with its parts.
@Command(
        name = "ceremony",
        mixinStandardHelpOptions = true,
        header = "Unlocks, heals, re-provisions or exports token keys, by two keepers.",
        description = {
            "What a box locked it unlocks only for two different people: one keeper asks and signs,"
                    + " another one approves and signs. Both can be found in the box's audit chain"
                    + " afterwards. Stop the data center first.",
            "",
            "  unlatch-meter  one meter was locked, and its owner is to buy again",
            "  unlatch-box    a box stopped for good, as after two records with one counter",
            "  heal           the database was restored or damaged: it is put right from the boxes",
            "  reprovision    a box's own folder was restored: every record moves one step on",
            "  export-token-keys  a verifier of the Post gets its token keys (PATENT_1998)"
        },
        synopsisSubcommandLabel = "(request | approve | show)",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter ceremony request --dir /srv/franklin \\",
            "      --kind unlatch-meter --meter 1042 --reason \"wrong backup\" \\",
            "      --keeper ann.key --out unlock.txt",
            "  franklin-datacenter ceremony show --dir /srv/franklin unlock.txt",
            "  franklin-datacenter ceremony approve --dir /srv/franklin \\",
            "      --request unlock.txt --keeper bob.key"
        })
public final class CeremonyCommand implements Runnable {

    @Spec private CommandSpec command = CommandSpec.create();

    private CeremonyCommand() {}

    public static CommandLine line(Opener<Ceremonies> opener) {
        return new CommandLine(new CeremonyCommand())
                .addSubcommand(new RequestCommand(opener))
                .addSubcommand(new ApproveCommand(opener))
                .addSubcommand(new ShowCommand(opener));
    }

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(), "Say what to do: request, approve or show.");
    }
}
