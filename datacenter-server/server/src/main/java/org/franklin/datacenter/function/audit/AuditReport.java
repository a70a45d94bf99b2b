package org.franklin.datacenter.function.audit;

import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.List;

/// What an audit found. `problems` name what is wrong; `notes` what is on its way, as after a
/// crash, and will be repaired; `events` are the boxes' own audit chains and the alarms, in lines.
public record AuditReport(
        Counts counts, Sums sums, List<String> problems, List<String> notes, List<String> events) {

    public record Counts(long mailers, long accounts, long meters, long steps, long pieces) {}

    /// Over all mailers: paid to the processor, credited to and debited from master accounts,
    /// refilled into meters, spent and left in them.
    public record Sums(
            Postage paid,
            Postage credited,
            Postage debited,
            Postage refilled,
            Postage ascending,
            Postage descending) {}

    public AuditReport {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        events = List.copyOf(events);
    }

    public boolean balances() {
        return problems.isEmpty();
    }

    /// The report for a person.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "%d mailers, %d accounts, %d meters; %d signed steps, %d pieces of mail"
                        .formatted(
                                counts.mailers,
                                counts.accounts,
                                counts.meters,
                                counts.steps,
                                counts.pieces));
        lines.add("  paid by mailers        " + sums.paid);
        lines.add("  credited to accounts   " + sums.credited);
        lines.add("  debited by vouchers    " + sums.debited);
        lines.add("  refilled into meters   " + sums.refilled);
        lines.add("  spent (ascending)      " + sums.ascending);
        lines.add("  left (descending)      " + sums.descending);
        section(lines, "Events and alarms", events);
        section(lines, "On its way", notes);
        section(lines, "WRONG", problems);
        lines.add(
                balances()
                        ? "The books balance."
                        : "The books do not balance: " + problems.size() + " findings.");
        return lines;
    }

    private static void section(List<String> lines, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add(title + ":");
            entries.forEach(entry -> lines.add("  " + entry));
        }
    }
}
