package org.franklin.box.transaction;

import org.franklin.box.ceremony.CeremonyRequest;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.RequestKey;

/// What the transaction box can be asked.
public sealed interface TransactionBoxRequest {

    /// Opens a mailer's master account.
    record Open(MailerId mailer) implements TransactionBoxRequest {}

    /// Takes a step of an account; `confirmation` answers an earlier Stale, else 0.
    record Step(Bytes record, long confirmation, AccountStep step)
            implements TransactionBoxRequest {}

    /// Shows the record as [Step] does, and asks for nothing.
    record Show(Bytes record, long confirmation) implements TransactionBoxRequest {}

    record Find(MailerId mailer, RequestKey request) implements TransactionBoxRequest {}

    record Look(Bytes record) implements TransactionBoxRequest {}

    record Events(long from) implements TransactionBoxRequest {}

    /// About ceremonies; answered also while the box is stopped.
    record Ceremony(CeremonyRequest request) implements TransactionBoxRequest {}
}
