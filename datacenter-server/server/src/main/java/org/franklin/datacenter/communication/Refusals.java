package org.franklin.datacenter.communication;

import org.franklin.model.wire.ProblemType;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The refusals that several resources share, each in one wording.
final class Refusals {

    private Refusals() {}

    static Reply malformed(String detail) {
        return Reply.refused(ProblemType.MALFORMED, detail);
    }

    static Reply signedOut() {
        return Reply.refused(ProblemType.SIGNED_OUT, "Sign on, then ask again.");
    }

    static Reply notYours() {
        return Reply.refused(ProblemType.NOT_YOURS, "This meter is another mailer's.");
    }

    static Reply locked() {
        return Reply.refused(
                ProblemType.METER_LOCKED, "This meter is locked. Call the data center.");
    }

    static Reply unavailable() {
        return Reply.refused(
                ProblemType.BOX_OUT_OF_SERVICE, "Nothing was done. Ask again in a few minutes.");
    }

    static Reply pending() {
        return Reply.refused(
                ProblemType.OUTCOME_PENDING, "Ask the same again: it is never done twice.");
    }

    static Reply badCredentials() {
        return malformed("The credentials are not sealed for this data center, name and purpose.");
    }

    static Reply wrongPassword() {
        return Reply.refused(ProblemType.WRONG_PASSWORD, "Check the user name and the password.");
    }

    static Reply throttled(Instant until) {
        return Reply.refused(
                ProblemType.TOO_MANY_REQUESTS,
                "Too many wrong passwords. The next one counts from "
                        + until.truncatedTo(ChronoUnit.SECONDS)
                        + " on.");
    }

    static Reply deviceNotEnrolled() {
        return Reply.refused(
                ProblemType.DEVICE_NOT_ENROLLED,
                "The meter does not know this device. Enrol it with the password first.");
    }

    static Reply notMailable(int piece, String sentence) {
        return Reply.refused(ProblemType.NOT_MAILABLE, "Piece " + piece + ": " + sentence);
    }
}
