package org.franklin.datacenter.drill;

import org.franklin.datacenter.drill.ground.Books;
import org.franklin.datacenter.drill.healing.Healing;
import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The findings for a person, in 100 columns: a line of figures, and below it what happened.
final class Table {

    private static final int COLUMNS = 100;
    private static final String INDENT = "    ";
    private static final String FORM = "%-62s %-10s %7s %9s %8s";

    static final List<String> HEAD =
            List.of(
                    FORM.formatted("ATTACK", "ANSWER", "EXTRA", "BEFORE", "AFTER"),
                    "-".repeat(COLUMNS));

    static final List<String> FOOT =
            List.of(
                    "EXTRA is what the mailers hold, in symbols and in their meters, over what they"
                            + " paid.",
                    "BEFORE and AFTER are the books of two meters: paid in, and = where that is"
                            + " spent + left.");

    private Table() {}

    static List<String> lines(Finding finding) {
        var lines = new ArrayList<String>();
        lines.add(
                FORM.formatted(
                        finding.drill().name(),
                        finding.answer().getClass().getSimpleName(),
                        signed(finding.extra()),
                        books(finding.before()),
                        books(finding.after())));
        lines.addAll(wrapped(finding.answer().detail()));
        healed(finding.healing()).ifPresent(words -> lines.addAll(wrapped(words)));
        if (!finding.asPromised()) {
            lines.addAll(
                    wrapped(
                            "NOT AS PROMISED: the design promises "
                                    + finding.drill().promised().getSimpleName()
                                    + ", books that balance, and no extra postage that is not"
                                    + " detected."));
        }
        return lines;
    }

    private static Optional<String> healed(Healing healing) {
        return switch (healing) {
            case Healing.NotNeeded _ -> Optional.empty();
            case Healing.Healed _ ->
                    Optional.of("healed by two people, books equal; the meters buy again");
            case Healing.NotHere(var sentence) -> Optional.of("to be healed by " + sentence);
            case Healing.Failed(var sentence) -> Optional.of("NOT HEALED: " + sentence);
        };
    }

    private static String signed(long mills) {
        return (mills < 0 ? "-" : "") + new Postage(Math.abs(mills));
    }

    private static String books(Books books) {
        return books.paid() + (books.balance() ? "=" : "!");
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(INDENT);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > COLUMNS) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
