package org.franklin.datacenter;

import org.franklin.datacenter.ceremony.CeremonyCommand;
import org.franklin.datacenter.ceremony.KeeperCommand;
import org.franklin.datacenter.ceremony.Opener;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// The command line of the data center, with its help.
@Command(
        name = "franklin-datacenter",
        header = "The data center of Franklin, the virtual postage meter. Specimens only.",
        synopsisSubcommandLabel = "(init | serve | demo | verify | audit | keeper | ceremony)",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Franklin data center 0.1.0",
        subcommands = {
            InitCommand.class,
            ServeCommand.class,
            DemoCommand.class,
            VerifyCommand.class,
            AuditCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Refused; the sentence on stderr says what to do.",
            "2:Not in order: not a genuine indicium, or books that do not balance.",
            "64:The command line cannot be read.",
            "70:A fault of the program or of the machine."
        },
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter demo --dir ~/franklin-demo",
            "  franklin-datacenter init --dir /srv/franklin --name post.example.org",
            "  franklin-datacenter serve --dir /srv/franklin"
        })
final class Commands {

    static final int FINE = 0;

    /// What was asked cannot be done; the sentence on stderr says why and what to do.
    static final int REFUSED = 1;

    /// What was looked at is not in order: an indicium that is not genuine, books that do not
    /// balance.
    static final int NOT_IN_ORDER = 2;

    /// The command line cannot be read.
    private static final int USAGE = 64;

    /// A fault of the program or of the machine.
    private static final int FAULT = 70;

    private Commands() {}

    static CommandLine line() {
        var line = new CommandLine(new Commands());
        line.addSubcommand(KeeperCommand.line());
        line.addSubcommand(CeremonyCommand.line(Commands::open));
        all(line, USAGE, FAULT);
        return line.setExecutionExceptionHandler((fault, at, _) -> {
            at.getErr().println("Failed: " + fault);
            return FAULT;
        });
    }

    /// Opens boxes and database for a ceremony; nothing is served.
    private static int open(CommandLine command, Path dir, Opener.Work work) throws Exception {
        return new Terminal(command.getCommandSpec())
                .opened(
                        Installation.open(dir),
                        installation -> {
                            try (var dataCenter =
                                    new DataCenter(
                                            installation,
                                            installation.config(),
                                            Clock.systemUTC(),
                                            new SecureRandom())) {
                                return work.with(dataCenter.functions().ceremonies());
                            }
                        });
    }

    private static void all(CommandLine line, int usage, int fault) {
        line.getCommandSpec().exitCodeOnInvalidInput(usage).exitCodeOnExecutionException(fault);
        line.getSubcommands().values().forEach(each -> all(each, usage, fault));
    }

    /// The option that names the installation which a command is about.
    static final class Folder {

        @Option(
                names = "--dir",
                required = true,
                paramLabel = "DIR",
                description = "The folder of the installation.")
        private Path dir = Path.of("");

        Path dir() {
            return dir;
        }
    }
}
