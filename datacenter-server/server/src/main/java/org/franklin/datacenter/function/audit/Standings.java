package org.franklin.datacenter.function.audit;

import org.franklin.box.Standing;

/// What a record's standing means to an auditor.
final class Standings {

    private Standings() {}

    static void note(Tally tally, String subject, Standing standing) {
        switch (standing) {
            case CURRENT -> {
                // As it should be.
            }
            case BEHIND_BY_ONE ->
                    tally.onItsWay(subject, "one step behind its box, as after a crash");
            case STALE -> tally.wrong(subject, "an old record was put back");
            case AHEAD -> tally.wrong(subject, "its box has lost steps that the database has");
            case FORKED -> tally.wrong(subject, "two records carry the same counter");
            case BAD_MAC -> tally.wrong(subject, "its record is not as the box signed it");
            case UNKNOWN -> tally.wrong(subject, "its box never heard of it");
            case LOCKED -> tally.wrong(subject, "locked since tampering was confirmed");
        }
    }
}
