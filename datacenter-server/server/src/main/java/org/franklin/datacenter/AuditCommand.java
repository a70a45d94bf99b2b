package org.franklin.datacenter;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.health.CheckedRandom;
import org.franklin.datacenter.command.FolderOption;
import org.franklin.datacenter.function.audit.AuditReport;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "audit",
        header = "Checks every record, receipt and sum of an installation.",
        description =
                "Walks the database and the boxes of an installation that is not being served,"
                        + " changes nothing, and ends with 0 when the books balance.",
        footer = {"", "Example:", "  franklin-datacenter audit --dir /srv/franklin"})
final class AuditCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private FolderOption folder = new FolderOption();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Override
    public Integer call() throws Exception {
        var terminal = new Terminal(command);
        return terminal.opened(
                Installation.open(folder.dir()),
                opening,
                installation -> audit(terminal, installation));
    }

    private int audit(Terminal terminal, Installation installation) throws Exception {
        try (var dataCenter =
                new DataCenter(
                        installation,
                        installation.config(),
                        Clock.systemUTC(),
                        CheckedRandom.ofMachine())) {
            AuditReport report = dataCenter.audit();
            report.lines().forEach(terminal::say);
            return report.balances() ? Commands.FINE : Commands.NOT_IN_ORDER;
        } catch (BoxUnreachable e) {
            return terminal.refuse(
                    "Nothing can be said of the books without every box: " + e.getMessage() + ".");
        }
    }
}
