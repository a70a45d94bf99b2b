package org.franklin.datacenter;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.health.CheckedRandom;
import org.franklin.datacenter.ceremony.CeremonyCommand;
import org.franklin.datacenter.command.Opener;
import org.franklin.datacenter.drill.DrillCommand;
import org.franklin.datacenter.function.FunctionServer;
import org.franklin.datacenter.keyfile.ExportKeysCommand;
import org.franklin.datacenter.keyfile.VerifierCommand;
import org.franklin.datacenter.keymanagement.custody.CustodiansCommand;
import org.franklin.datacenter.keymanagement.keeper.KeeperCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;

/// The command line of the data center, with its help.
@Command(
        name = "franklin-datacenter",
        header = "The data center of Franklin, the virtual postage meter. Specimens only.",
        synopsisSubcommandLabel =
                "(init | serve | box | demo | verify | audit | custodians | keeper | ceremony"
                        + " | export-keys | verifier | drill)",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Franklin data center 0.1.0",
        subcommands = {
            InitCommand.class,
            ServeCommand.class,
            BoxCommand.class,
            DemoCommand.class,
            VerifyCommand.class,
            AuditCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Refused; the sentence on stderr says what to do.",
            "2:Not in order: not genuine, books that do not balance, a drill not as promised.",
            "64:The command line cannot be read.",
            "70:A fault of the program or of the machine."
        },
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter demo --dir ~/franklin-demo",
            "  franklin-datacenter init --dir /srv/franklin --name post.example.org",
            "  franklin-datacenter serve --dir /srv/franklin",
            "  franklin-datacenter box meter --dir /srv/franklin --socket run/meter.sock",
            "  franklin-datacenter custodians --dir /srv/franklin reissue --custodians 3of5"
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
        var clock = Clock.systemUTC();
        var random = CheckedRandom.ofMachine();
        var ceremonies =
                opener(
                        installation -> DataCenter.forCeremony(installation, clock, random),
                        FunctionServer::ceremonies);
        var export =
                opener(
                        installation ->
                                new DataCenter(installation, installation.config(), clock, random),
                        FunctionServer::export);
        var line =
                new CommandLine(new Commands())
                        .addSubcommand(CustodiansCommand.line(random))
                        .addSubcommand(KeeperCommand.line(random))
                        .addSubcommand(CeremonyCommand.line(ceremonies))
                        .addSubcommand(new ExportKeysCommand(export))
                        .addSubcommand(VerifierCommand.line(random))
                        .addSubcommand(new DrillCommand(clock, random, Logs::onlyToFolder))
                        .setCaseInsensitiveEnumValuesAllowed(true);
        all(line, USAGE, FAULT);
        return line.setExecutionExceptionHandler((fault, at, _) -> {
            at.getErr().println("Failed: " + fault);
            return FAULT;
        });
    }

    /// How a data center of an installation is made.
    private interface Making {
        DataCenter of(Installation installation) throws IOException;
    }

    /// Opens boxes and database for one part of the functions; nothing is served.
    private static <T> Opener<T> opener(Making making, Function<FunctionServer, T> part) {
        return (command, dir, secrets, work) -> {
            var terminal = new Terminal(command.getCommandSpec());
            return terminal.opened(
                    Installation.open(dir),
                    secrets,
                    installation -> {
                        try (var dataCenter = making.of(installation)) {
                            return work.with(part.apply(dataCenter.functions()));
                        } catch (BoxUnreachable e) {
                            return terminal.refuse(
                                    "This cannot be done without all boxes: " + e.getMessage());
                        }
                    });
        };
    }

    private static void all(CommandLine line, int usage, int fault) {
        line.getCommandSpec().exitCodeOnInvalidInput(usage).exitCodeOnExecutionException(fault);
        line.getSubcommands().values().forEach(each -> all(each, usage, fault));
    }
}
