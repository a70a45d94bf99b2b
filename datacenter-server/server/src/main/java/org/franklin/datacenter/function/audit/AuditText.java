package org.franklin.datacenter.function.audit;

import org.franklin.datacenter.function.audit.AuditReport.Counts;
import org.franklin.datacenter.function.audit.AuditReport.Sums;

import java.util.ArrayList;
import java.util.List;

/// A report for a person, in lines.
final class AuditText {

    private AuditText() {}

    static List<String> of(AuditReport report) {
        var lines = new ArrayList<String>();
        lines.add(line(report.counts()));
        lines.addAll(lines(report.sums()));
        section(lines, "Events and alarms", report.events());
        section(lines, "On its way", report.notes());
        section(lines, "WRONG", report.problems());
        lines.add(
                report.balances()
                        ? "The books balance."
                        : "The books do not balance: " + report.problems().size() + " findings.");
        return lines;
    }

    private static String line(Counts counts) {
        return "%d mailers, %d accounts, %d meters; %d signed steps, %d pieces of mail"
                .formatted(
                        counts.mailers(),
                        counts.accounts(),
                        counts.meters(),
                        counts.steps(),
                        counts.pieces());
    }

    private static List<String> lines(Sums sums) {
        return List.of(
                "  paid by mailers        " + sums.paid(),
                "  credited to accounts   " + sums.credited(),
                "  debited by vouchers    " + sums.debited(),
                "  refilled into meters   " + sums.refilled(),
                "  spent (ascending)      " + sums.ascending(),
                "  left (descending)      " + sums.descending());
    }

    private static void section(List<String> lines, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add(title + ":");
            entries.forEach(entry -> lines.add("  " + entry));
        }
    }
}
