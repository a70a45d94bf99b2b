package org.franklin.client.datacenter.draft;

import org.franklin.model.mail.Address;

import java.util.List;
import java.util.stream.Stream;

/// What the mailer chose for earlier pieces, to be offered again: senders and cost codes, the last
/// one first, and by their names the stock and the printer of the last piece, empty before it.
public record Habits(List<Address> senders, List<String> costCodes, String stock, String printer) {

    public static final Habits NONE = new Habits(List.of(), List.of(), "", "");

    private static final int MOST = 8;

    public Habits {
        senders = senders.stream().distinct().limit(MOST).toList();
        costCodes = costCodes.stream().distinct().limit(MOST).toList();
    }

    /// These habits after one more piece.
    public Habits after(PrintPlan.Kept plan, String printer) {
        return new Habits(
                Stream.concat(Stream.of(plan.from()), senders.stream()).toList(),
                plan.costCode().isEmpty()
                        ? costCodes
                        : Stream.concat(Stream.of(plan.costCode()), costCodes.stream()).toList(),
                plan.stock(),
                printer);
    }
}
