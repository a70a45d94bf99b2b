package org.franklin.client.signon;

import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.model.mailer.UserName;

/// What signing on asks for. Calls block; run them in the background. Passwords are wiped.
public interface Desk {

    SigningOn signOn(UserName user, char[] password);

    /// Adds this computer to the mailer's meter.
    SigningOn enrol(UserName user, char[] password);

    /// Adds this computer to the mailer's meter in place of all others.
    SigningOn recover(UserName user, char[] password);
}
