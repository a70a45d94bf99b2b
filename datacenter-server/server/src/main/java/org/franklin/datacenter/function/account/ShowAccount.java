package org.franklin.datacenter.function.account;

import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.wire.Account;

/// The state of a mailer's meter: registers, piece count, and whether it is locked.
public final class ShowAccount {

    /// What the mailer may learn.
    public sealed interface Result {

        record Shown(Account account) implements Result {}

        /// The meter's record was tampered with so that it cannot even be read.
        record Locked() implements Result {}

        /// A box or the database is out of service.
        record Unavailable() implements Result {}
    }

    public Result show(Session session) {
        return new Result.Unavailable();
    }
}
