package org.franklin.box.authentication;

import org.franklin.box.statement.Grant;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.SerialNumber;

/// What the authentication box can be asked. `credentials` are sealed to this box
/// ([org.franklin.model.mailer.Credentials]); `record` is a signed [MailerRecord], canonical bytes.
public sealed interface AuthenticationBoxRequest {

    /// Makes a mailer's record and the grant for the first device of its new meter. Credentials
    /// with an empty device key make a mailer without a device, who enrols one later by password.
    record SignUp(
            MailerId mailer,
            UserName user,
            String business,
            PaymentMethod paymentMethod,
            SerialNumber serial,
            Bytes credentials)
            implements AuthenticationBoxRequest {}

    record SignOn(Bytes record, Bytes credentials) implements AuthenticationBoxRequest {}

    /// Grants that a device joins, or that it takes the place of all others, by password; `grant`
    /// is the meter's next grant number.
    record Enrol(Bytes record, SerialNumber serial, long grant, Grant.Kind kind, Bytes credentials)
            implements AuthenticationBoxRequest {}

    /// Whose session is this? `token` has 32 bytes.
    record Session(Bytes token) implements AuthenticationBoxRequest {}

    record SignOff(Bytes token) implements AuthenticationBoxRequest {}

    /// Is a stored record as this box wrote it?
    record Look(Bytes record) implements AuthenticationBoxRequest {}

    /// Somebody signs on, or enrols a device, under a name that no record has. The box takes the
    /// same time and counts the same tries as for a wrong password, so that nobody learns which
    /// names there are.
    record NoSuchMailer(Credentials.Purpose purpose, UserName user, Bytes credentials)
            implements AuthenticationBoxRequest {}
}
