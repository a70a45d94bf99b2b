package org.franklin.client.history;

import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.piece.Entry.Elsewhere;
import org.franklin.client.history.piece.Entry.Here;
import org.franklin.client.history.piece.Entry.InDoubt;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.ExtraService;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said of an entry, in the table, in its panel and as text to copy.
final class PieceWords {

    /// A line of the panel.
    record Line(String what, String value) {}

    private final Texts texts;
    private final Dates dates;

    PieceWords(Texts texts, Dates dates) {
        this.texts = texts;
        this.dates = dates;
    }

    String date(Entry entry) {
        return dates.moment(entry.time());
    }

    /// The addressee's name; where it is not known here, the ZIP code that was signed.
    String to(Entry entry) {
        return switch (entry) {
            case Here here ->
                    address(here)
                            .map(to -> to.lines().getFirst())
                            .orElseGet(() -> zip(here.indicium().indicium()));
            case Elsewhere elsewhere -> zip(elsewhere.indicium().indicium());
            case InDoubt _ -> texts.say("in.doubt");
        };
    }

    /// The rest of the address, or why it is not known.
    String where(Entry entry) {
        return switch (entry) {
            case Here here -> address(here).map(PieceWords::rest).orElse(texts.say("forgotten"));
            case Elsewhere elsewhere ->
                    texts.say("elsewhere", Integer.toString(elsewhere.computer()));
            case InDoubt _ -> "";
        };
    }

    List<Line> lines(Entry entry) {
        var lines = new ArrayList<Line>();
        switch (entry) {
            case Entry.Paid paid -> {
                var says = paid.indicium().indicium();
                addPrice(lines, says);
                lines.add(new Line(texts.say("mailing"), dates.day(says.mailingDate())));
                lines.add(new Line(texts.say("piece"), Long.toString(says.pieceCount())));
                addNotes(lines, paid);
            }
            case InDoubt doubt ->
                    lines.add(new Line(texts.say("set.aside"), doubt.price().toString()));
        }
        return lines;
    }

    /// The row as it is pasted into a table.
    String copied(Entry entry) {
        String number =
                entry instanceof Entry.Paid paid
                        ? Long.toString(paid.indicium().indicium().pieceCount())
                        : "";
        return String.join(
                "\t",
                dates.dayOfYear(dates.dayOf(entry.time())) + ", " + dates.time(entry.time()),
                to(entry),
                entry instanceof Here here ? address(here).map(PieceWords::rest).orElse("") : "",
                entry.price().toString(),
                entry.state().word(),
                number);
    }

    /// The price stands at the class, or below it and its services.
    private void addPrice(List<Line> lines, Indicium says) {
        String what = says.category().title() + ", " + says.weight();
        String price = says.postage().toString();
        if (says.services().isEmpty()) {
            lines.add(new Line(what, price));
        } else {
            lines.add(new Line(what, ""));
            for (ExtraService service : says.services()) {
                lines.add(new Line(service.title(), ""));
            }
            lines.add(new Line(texts.say("postage"), price));
        }
    }

    private void addNotes(List<Line> lines, Entry.Paid paid) {
        if (paid instanceof Here(var piece, _)
                && piece.plan() instanceof PrintPlan.Kept(_, _, _, _, var reference, var code)) {
            if (!code.isBlank()) {
                lines.add(new Line(texts.say("cost.code"), code));
            }
            if (!reference.isBlank()) {
                lines.add(new Line(texts.say("reference"), reference));
            }
        }
    }

    private String zip(Indicium says) {
        return texts.say("zip", says.destination().toString());
    }

    private static Optional<Address> address(Here here) {
        return here.piece().plan() instanceof PrintPlan.Kept plan
                ? Optional.of(plan.to())
                : Optional.empty();
    }

    private static String rest(Address to) {
        String city = to.city() + " " + to.state() + " " + to.zip();
        return to.lines().size() == 1
                ? city
                : to.lines().stream().skip(1).collect(Collectors.joining(", ")) + ", " + city;
    }
}
