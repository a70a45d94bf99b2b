package org.franklin.datacenter.function.signon;

import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignedOn;

import java.time.Instant;

/// Opens a session for a device, by password, and notes it in the mailer's signed account record.
public final class SignOnDevice {

    /// What the mailer may learn. An unknown user name is a wrong password.
    public sealed interface Result {

        record Opened(SignedOn signedOn) implements Result {}

        record WrongPassword() implements Result {}

        /// Too many wrong tries; the next one counts from `until` on.
        record Throttled(Instant until) implements Result {}

        /// The credentials do not open, or are for another purpose or name.
        record BadCredentials() implements Result {}

        /// The password is right, but the meter does not know this device: enrol it first.
        record DeviceNotEnrolled() implements Result {}

        /// The mailer's record, account or meter was tampered with.
        record Locked() implements Result {}

        /// A box or the database is out of service.
        record Unavailable() implements Result {}
    }

    public Result signOn(SignOn asked) {
        return new Result.Unavailable();
    }
}
