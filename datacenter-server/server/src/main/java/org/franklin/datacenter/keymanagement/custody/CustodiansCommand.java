package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Terms;
import org.franklin.datacenter.keymanagement.InstallationFolder;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;

/// The command `custodians`.
@Command(
        name = "custodians",
        header = "Says who opens the boxes of an installation, or changes it.",
        description =
                "Without a further command, says what opens the boxes; that needs no secret."
                        + " \"reissue\" changes it.",
        synopsisSubcommandLabel = "[reissue]",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter custodians --dir /srv/franklin",
            "  franklin-datacenter custodians --dir /srv/franklin reissue --custodians 3of5"
        })
public final class CustodiansCommand implements Callable<Integer> {

    static final int FINE = 0;
    static final int REFUSED = 1;

    private CustodiansCommand() {}

    /// The command with its own.
    public static CommandLine line(SecureRandom random) {
        var custodians = new CustodiansCommand();
        return new CommandLine(custodians).addSubcommand(new ReissueCommand(custodians, random));
    }

    @Spec private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the installation.")
    private Path dir = Path.of("");

    InstallationFolder folder() {
        return new InstallationFolder(dir);
    }

    @Override
    public Integer call() throws IOException {
        var file = SealFile.of(folder());
        return switch (file.read()) {
            case SealFile.Found.Missing _ ->
                    refuse(command, dir + " holds no installation, or one without its seal.");
            case SealFile.Found.Damaged(var reason) ->
                    refuse(command, file.path() + " was damaged or changed (" + reason + ").");
            case SealFile.Found.Kept(var custody) -> {
                var out = command.commandLine().getOut();
                if (custody.terms() instanceof Terms.InFile) {
                    Sentences.warning(file.path()).forEach(out::println);
                } else {
                    out.println("Opened by " + Sentences.opener(custody.terms()) + ".");
                }
                out.println(
                        "  installation "
                                + custody.seal()
                                + ", issue "
                                + custody.issue()
                                + ", in "
                                + file.path());
                out.flush();
                yield FINE;
            }
        };
    }

    static int refuse(CommandSpec command, String sentence) {
        var err = command.commandLine().getErr();
        err.println(sentence);
        err.flush();
        return REFUSED;
    }
}
