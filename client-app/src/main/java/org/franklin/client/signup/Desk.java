package org.franklin.client.signup;

import org.franklin.client.datacenter.MailerFolder.Pinning;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.FirstContact.Seen;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;

import java.net.URI;

/// What the first run asks for. Calls block; run them in the background. Passwords are wiped.
public interface Desk {

    /// Looks who a data center says that it is, and trusts nothing yet.
    Seen look(URI url);

    /// Trusts a data center from now on.
    Pinning pin(DataCenterIdentity identity);

    SigningOn signUp(UserName user, char[] password, String business, PaymentMethod method);

    /// Adds this computer to the meter of a mailer who has one.
    SigningOn enrol(UserName user, char[] password);
}
