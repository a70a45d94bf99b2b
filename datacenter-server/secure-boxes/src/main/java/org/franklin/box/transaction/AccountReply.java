package org.franklin.box.transaction;

import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Login;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;

import java.time.Instant;
import java.util.List;

/// What a step of an account gave: the signed [Row], and the signed
/// [org.franklin.box.statement.Voucher] where money went to a meter (one, else none).
public record AccountReply(BoxSigned row, List<BoxSigned> vouchers) {

    /// What the transaction box signs of every transaction and login, with its time and its
    /// sequence: `counter` is the account's.
    public record Row(
            Bytes cluster,
            MailerId mailer,
            long counter,
            Instant time,
            Hash record,
            Hash previousRecord,
            Entry entry) {}

    /// What happened.
    public sealed interface Entry {

        record Opened() implements Entry {}

        record SignedOn(Login login) implements Entry {}

        /// A [org.franklin.box.statement.Payment] as its processor signed it, and the number of the
        /// voucher that it became.
        record Funded(BoxSigned payment, long voucher) implements Entry {}

        /// A ceremony of two keepers, by its hash, used a counter up; no money moved.
        record Renewed(Hash ceremony) implements Entry {}
    }

    public AccountReply {
        vouchers = List.copyOf(vouchers);
    }

    /// What the row of a reply says, its signature unchecked; throws where the bytes are no reply.
    public static Row row(Bytes reply) {
        return Canonical.decode(AccountReply.class, reply)
                .then(signed -> Canonical.decode(Row.class, signed.row().statement()))
                .orThrow();
    }

    public Bytes canonical() {
        return Canonical.bytes(this);
    }
}
