package org.franklin.box.transaction;

import org.franklin.box.Refusal;
import org.franklin.box.record.ChainLink;
import org.franklin.box.record.Decision;
import org.franklin.box.record.Decision.Again;
import org.franklin.box.record.Decision.No;
import org.franklin.box.record.Decision.Take;
import org.franklin.box.record.Law;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Voucher;
import org.franklin.box.transaction.AccountReply.Entry;
import org.franklin.box.transaction.AccountReply.Row;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.RequestKey;

import java.time.Instant;
import java.util.List;

/// What each step makes of a master account's current record (ruling 7): money enters only with a
/// processor's signature, and leaves only as a voucher, once each.
final class AccountLaw implements Law<AccountRecord, AccountStep> {

    private final TransactionTrust trust;
    private final BoxSigner signer;

    AccountLaw(TransactionTrust trust, BoxSigner signer) {
        this.trust = trust;
        this.signer = signer;
    }

    Take<AccountRecord> open(MailerId mailer, Instant now) {
        var first = AccountRecord.opened(ChainLink.first(trust.cluster(), now), mailer);
        return taken(first, first.link().request(), new Entry.Opened(), List.of());
    }

    @Override
    public Decision<AccountRecord> decide(AccountRecord record, AccountStep step, Instant now) {
        return switch (step) {
            case AccountStep.SignOn(var login) -> signOn(record, login);
            case AccountStep.Fund(var payment) -> fund(record, payment);
        };
    }

    private Decision<AccountRecord> signOn(AccountRecord record, BoxSigned signed) {
        var opened = trust.login(signed, record.mailer());
        if (opened.isEmpty()) {
            return new No<>(new Refusal.BadSignature());
        }
        var login = opened.get();
        Hash asked = Canonical.hash(login);
        var last = record.link().request();
        if (last.request().equals(asked)) {
            return new Again<>(last);
        }
        var key = new RequestKey(TransactionBox.SIGN_ONS, record.counter() + 1, asked);
        return taken(record.signedOn(login), key, new Entry.SignedOn(login), List.of());
    }

    @Override
    public Take<AccountRecord> renew(AccountRecord record, Hash ceremony) {
        var key = new RequestKey(RequestKey.DATA_CENTER, record.counter() + 1, ceremony);
        return taken(record, key, new Entry.Renewed(ceremony), List.of());
    }

    private Decision<AccountRecord> fund(AccountRecord record, BoxSigned signed) {
        var opened = trust.payment(signed, record.mailer());
        if (opened.isEmpty()) {
            return new No<>(new Refusal.BadSignature());
        }
        var payment = opened.get();
        var key = new RequestKey(RequestKey.VOUCHERS, payment.number(), Canonical.hash(payment));
        if (payment.number() <= record.lastPayment()) {
            return new Again<>(key);
        }
        if (payment.number() > record.lastPayment() + 1) {
            return new No<>(new Refusal.OutOfOrder(record.lastPayment() + 1));
        }
        long number = record.nextVoucher(payment.serial());
        var voucher = new Voucher(trust.cluster(), payment.serial(), number, payment.amount());
        return taken(
                record.funded(payment), key, new Entry.Funded(signed, number), List.of(voucher));
    }

    private Take<AccountRecord> taken(
            AccountRecord next, RequestKey request, Entry entry, List<Voucher> vouchers) {
        return new Take<>(
                next, request, (placed, signed) -> reply(placed, signed, entry, vouchers));
    }

    private Bytes reply(AccountRecord record, Hash signed, Entry entry, List<Voucher> vouchers) {
        ChainLink link = record.link();
        var row =
                new Row(
                        link.cluster(),
                        record.mailer(),
                        link.counter(),
                        link.time(),
                        signed,
                        link.previous(),
                        entry);
        return new AccountReply(signer.sign(row), vouchers.stream().map(signer::sign).toList())
                .canonical();
    }
}
