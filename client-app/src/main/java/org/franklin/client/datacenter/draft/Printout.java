package org.franklin.client.datacenter.draft;

import java.time.Instant;

/// One printing of a paid piece: when it came out and where, a printer's name or a file. `reason`
/// says why the identical piece was printed once more, and is empty the first time.
public record Printout(Instant time, String where, String reason) {

    public static final int LONGEST_TEXT = 1_000;

    public Printout {
        if (where.length() > LONGEST_TEXT || reason.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "a printer or a reason has at most " + LONGEST_TEXT + " characters");
        }
    }
}
