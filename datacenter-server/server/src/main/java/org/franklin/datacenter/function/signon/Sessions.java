package org.franklin.datacenter.function.signon;

import org.franklin.model.canonical.Bytes;

/// The sessions that the authentication box keeps.
public final class Sessions {

    /// Whose token it is.
    public sealed interface Lookup {

        record Live(Session session) implements Lookup {}

        record SignedOut() implements Lookup {}

        /// A box or the database is out of service.
        record Unavailable() implements Lookup {}
    }

    public Lookup find(Bytes token) {
        return new Lookup.Unavailable();
    }

    /// Ends a session; one that has ended already stays so.
    public void signOff(Bytes token) {}
}
