package org.franklin.client.print.room.system;

import org.franklin.client.print.room.system.Command.Outcome;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// CUPS by its commands. A queue's name is an argument of its own, never part of a line, so any
/// name is harmless.
record Spooler(Command lp, Command lpstat, Command lpoptions) {

    private static final int MOST_QUEUES = 64;
    private static final Pattern QUEUE = Pattern.compile("[\\P{Cntrl}&&[^\uFFFD]]{1,127}");

    /// The commands on a search path, if this computer has them all.
    static Optional<Spooler> on(String searchPath, Duration limit) {
        return Command.find("lp", searchPath, limit)
                .flatMap(lp ->
                        Command.find("lpstat", searchPath, limit)
                                .flatMap(lpstat ->
                                        Command.find("lpoptions", searchPath, limit)
                                                .map(options -> new Spooler(lp, lpstat, options))));
    }

    /// The queues' names: those set up here, and those that printers nearby announce.
    List<String> queues() {
        return switch (lpstat.run("-e")) {
            case Outcome.Ended(int status, var output) when status == 0 ->
                    output.lines()
                            .filter(line -> !line.isBlank() && QUEUE.matcher(line).matches())
                            .distinct()
                            .limit(MOST_QUEUES)
                            .toList();
            case Outcome.Ended _, Outcome.NoAnswer _, Outcome.Missing _ -> List.of();
        };
    }

    /// What a queue says of itself; it may have no state yet, if it is only announced.
    Answer ask(String queue) {
        return switch (lpoptions.run("-p", queue)) {
            case Outcome.Ended(_, var output) ->
                    QueueState.read(output)
                            .<Answer>map(Answer.Known::new)
                            .orElseGet(() -> stateless(queue));
            case Outcome.NoAnswer _ -> new Answer.Lacking(Hindrance.SILENT);
            case Outcome.Missing _ -> new Answer.Lacking(Hindrance.NO_SPOOLER);
        };
    }

    /// One page on its way: what lists of jobs show, the size of its paper, and the file.
    record Job(String title, String media, Path pdf) {}

    /// Hands a page over, to be printed once and in its size. What a queue or a person usually
    /// wants (copies, banners, two pages on one) does not apply.
    Outcome send(String queue, Job job) {
        return lp.run(
                "-d",
                queue,
                "-t",
                job.title(),
                "-n",
                "1",
                "-o",
                "media=" + job.media(),
                "-o",
                "print-scaling=none",
                "-o",
                "number-up=1",
                "-o",
                "sides=one-sided",
                "-o",
                "job-sheets=none,none",
                "--",
                job.pdf().toString());
    }

    private Answer stateless(String queue) {
        if (queues().contains(queue)) {
            return new Answer.Announced();
        }
        boolean running =
                lpstat.run("-r") instanceof Outcome.Ended(_, var said) && !said.contains(" not ");
        return new Answer.Lacking(running ? Hindrance.REMOVED : Hindrance.NO_SPOOLER);
    }

    /// What came of asking for a queue.
    sealed interface Answer {

        record Known(QueueState state) implements Answer {}

        /// A printer nearby, not set up here before its first job.
        record Announced() implements Answer {}

        record Lacking(Hindrance hindrance) implements Answer {}
    }
}
