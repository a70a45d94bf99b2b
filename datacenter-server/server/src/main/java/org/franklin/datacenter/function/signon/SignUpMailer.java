package org.franklin.datacenter.function.signon;

import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.SignUp;

/// Makes a mailer: its signed record, its master account, its meter and its first device.
public final class SignUpMailer {

    /// What came of it. Unless it is `SignedUp…` or `Pending`, nothing was made.
    public sealed interface Result {

        record SignedUp(Enrolled enrolled) implements Result {}

        /// The credentials held no device key; a device enrols later, by password.
        record SignedUpWithoutDevice(MailerId mailer, SerialNumber serial) implements Result {}

        record UserNameTaken() implements Result {}

        record WeakPassword() implements Result {}

        /// The credentials do not open, or are for another purpose or name.
        record BadCredentials() implements Result {}

        /// A box or the database is out of service.
        record Unavailable() implements Result {}

        /// The mailer may or may not have been made: sign on, and sign up again if that fails.
        record Pending() implements Result {}
    }

    public Result signUp(SignUp asked) {
        return new Result.Unavailable();
    }
}
