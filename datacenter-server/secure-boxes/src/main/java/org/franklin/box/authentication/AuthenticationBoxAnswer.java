package org.franklin.box.authentication;

import org.franklin.box.statement.BoxSigned;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;

import java.time.Instant;

/// What the authentication box answers.
public sealed interface AuthenticationBoxAnswer {

    /// The signed [MailerRecord], canonical bytes, and a [org.franklin.box.statement.Grant].
    record SignedUp(Bytes record, BoxSigned grant) implements AuthenticationBoxAnswer {}

    /// The record alone, where no device key came with the credentials.
    record MailerMade(Bytes record) implements AuthenticationBoxAnswer {}

    /// `login` is a [org.franklin.box.statement.Login]; `deviceKey` the public key that the session
    /// is bound to.
    record SignedOn(Bytes token, Instant expires, MailerId mailer, Bytes deviceKey, BoxSigned login)
            implements AuthenticationBoxAnswer {}

    /// The password does not fit; `login` tells of the attempt.
    record WrongPassword(int triesLeft, BoxSigned login) implements AuthenticationBoxAnswer {}

    /// Too many wrong tries; the next one counts from `until` on.
    record Throttled(Instant until) implements AuthenticationBoxAnswer {}

    record Granted(BoxSigned grant) implements AuthenticationBoxAnswer {}

    record Live(MailerId mailer, Bytes deviceKey) implements AuthenticationBoxAnswer {}

    record NoSession() implements AuthenticationBoxAnswer {}

    record WeakPassword() implements AuthenticationBoxAnswer {}

    /// The credentials do not open, or are for another purpose or name.
    record BadCredentials() implements AuthenticationBoxAnswer {}

    /// The mailer record is not as this box wrote it.
    record Tampered() implements AuthenticationBoxAnswer {}

    record Genuine() implements AuthenticationBoxAnswer {}

    /// The box's self-test failed, or it hashes as many passwords at once as it may.
    record OutOfService(String reason) implements AuthenticationBoxAnswer {}

    /// To [AuthenticationBoxRequest.NoSuchMailer]: to be told to the mailer as a wrong password.
    record Unknown(int triesLeft) implements AuthenticationBoxAnswer {}
}
