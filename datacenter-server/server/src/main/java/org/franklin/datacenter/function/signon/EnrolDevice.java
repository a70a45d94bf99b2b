package org.franklin.datacenter.function.signon;

import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.SignOn;

import java.time.Instant;

/// Lets another device join a mailer's meter, by password. A device that has joined gets its number
/// and the same reply again.
public final class EnrolDevice {

    /// What the mailer may learn. An unknown user name is a wrong password.
    public sealed interface Result {

        record Joined(Enrolled enrolled) implements Result {}

        record WrongPassword() implements Result {}

        /// Too many wrong tries; the next one counts from `until` on.
        record Throttled(Instant until) implements Result {}

        /// The credentials do not open, or are for another purpose or name, or hold no device key.
        record BadCredentials() implements Result {}

        record TooManyDevices() implements Result {}

        /// The mailer's record or meter was tampered with.
        record Locked() implements Result {}

        /// A box or the database is out of service; asking again is safe.
        record Unavailable() implements Result {}
    }

    public Result enrol(SignOn asked) {
        return new Result.Unavailable();
    }
}
