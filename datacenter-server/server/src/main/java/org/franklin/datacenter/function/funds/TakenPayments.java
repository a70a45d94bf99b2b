package org.franklin.datacenter.function.funds;

import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.transaction.AccountRecord;
import org.franklin.box.transaction.AccountReply;
import org.franklin.box.transaction.AccountReply.Entry;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.util.Optional;

/// What a master account's own bytes say of the payments that it has taken.
final class TakenPayments {

    private TakenPayments() {}

    /// The number of the last one, by the account's record; 0 where there is none.
    static long last(Bytes signed) {
        return switch (SignedRecord.body(AccountRecord.class, signed)) {
            case Valid<AccountRecord>(var record) -> record.lastPayment();
            case Malformed<AccountRecord> _ -> 0;
        };
    }

    /// The payment that a step took, as its processor signed it, by the step's reply; nothing where
    /// it took none.
    static Optional<BoxSigned> in(Bytes reply) {
        return switch (AccountReply.row(reply).entry()) {
            case Entry.Funded(var payment, _) -> Optional.of(payment);
            case Entry.Opened _, Entry.SignedOn _, Entry.Renewed _ -> Optional.empty();
        };
    }
}
