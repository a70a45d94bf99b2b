package org.franklin.datacenter.drill;

import org.franklin.datacenter.command.FolderOption;
import org.franklin.datacenter.drill.attack.Drill;
import org.franklin.datacenter.drill.attack.Drills;
import org.franklin.datacenter.drill.ground.Base;
import org.franklin.datacenter.drill.ground.Base.Prepared;
import org.franklin.datacenter.drill.ground.Folders;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

@Command(
        name = "drill",
        header = "Attacks a copy of a demo as an insider would, and says what answered.",
        description = {
            "Copies a demo installation that is not being served, and on a fresh copy for each"
                + " attack changes its records, puts back yesterday's, swaps, deletes, forges,"
                + " clones and sets the clock; then tries to buy postage. What was locked the two"
                + " keepers of a demo then heal. The installation itself stays as it is.",
            "",
            "Prints a line for each attack: what answered, the extra postage that was measured, and"
                    + " the books before and after. Ends with 0 when each was answered, and healed,"
                    + " as the design promises, else with 2."
        },
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter demo --dir ~/franklin-demo      (once; end it with Ctrl-C)",
            "  franklin-datacenter drill --dir ~/franklin-demo"
        })
public final class DrillCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int REFUSED = 1;
    private static final int NOT_AS_PROMISED = 2;

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private FolderOption folder = new FolderOption();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    // The command line makes it; clock and random are the machine's.
    private final Clock clock;
    private final SecureRandom random;

    private final Consumer<Path> logs;

    /// `logs` sends the log to a folder, since every attack rings alarms; it stays there.
    public DrillCommand(Clock clock, SecureRandom random, Consumer<Path> logs) {
        this.clock = clock;
        this.random = random;
        this.logs = logs;
    }

    @Override
    public Integer call() throws Exception {
        Path work = Files.createTempDirectory("franklin-drill");
        Path log = Files.createTempDirectory("franklin-drill-log");
        logs.accept(log);
        try {
            return switch (Base.prepare(folder.dir(), work, opening, clock, random)) {
                case Prepared.Refused(var sentence) -> {
                    command.commandLine().getErr().println(sentence);
                    yield REFUSED;
                }
                case Prepared.Ready(var base) -> {
                    try (base) {
                        int code = run(new Exercise(base, work, clock, random));
                        command.commandLine().getOut().println("The log of the attacked: " + log);
                        yield code;
                    }
                }
            };
        } finally {
            Folders.delete(work);
        }
    }

    private int run(Exercise exercise) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        Table.HEAD.forEach(out::println);
        int wrong = 0;
        for (Drill drill : Drills.ALL) {
            var finding = exercise.run(drill);
            Table.lines(finding).forEach(out::println);
            out.flush();
            wrong += finding.asPromised() ? 0 : 1;
        }
        out.println();
        Table.FOOT.forEach(out::println);
        out.println(
                wrong == 0
                        ? Drills.ALL.size() + " attacks, each answered as promised."
                        : wrong + " of " + Drills.ALL.size() + " attacks not as promised.");
        out.flush();
        return wrong == 0 ? FINE : NOT_AS_PROMISED;
    }
}
