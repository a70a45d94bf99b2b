package org.franklin.client.datacenter.draft;

import org.franklin.model.mail.Address;

/// What a piece needs beside its indicium to be printed, and to be printed again.
public sealed interface PrintPlan {

    /// `stock` names a stock of the print package, `classText` is the line under the amount;
    /// `reference` and `costCode` are the mailer's own words, empty where there are none.
    record Kept(
            Address to,
            Address from,
            String stock,
            String classText,
            String reference,
            String costCode)
            implements PrintPlan {

        public static final int LONGEST_TEXT = 100;

        public Kept {
            for (String text : new String[] {stock, classText, reference, costCode}) {
                if (text.length() > LONGEST_TEXT
                        || text.chars().anyMatch(Character::isISOControl)) {
                    throw new IllegalArgumentException(
                            "a stock, class, reference or cost code has at most "
                                    + LONGEST_TEXT
                                    + " printable characters");
                }
            }
        }
    }

    /// The piece came back from the data center into an outbox that had lost it: paid, and without
    /// an address until the mailer gives it one.
    record Forgotten() implements PrintPlan {}
}
