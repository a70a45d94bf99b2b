package org.franklin.datacenter.function.audit;

import org.franklin.model.money.Postage;

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
        return AuditText.of(this);
    }
}
