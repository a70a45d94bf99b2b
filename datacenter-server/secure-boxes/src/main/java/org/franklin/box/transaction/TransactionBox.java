package org.franklin.box.transaction;

import org.franklin.box.Refusal;
import org.franklin.box.SecureBox;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SelfTest;
import org.franklin.box.record.ChainLink;
import org.franklin.box.record.Presented.Answered;
import org.franklin.box.record.Presented.Current;
import org.franklin.box.record.RecordChain;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Payment;
import org.franklin.box.statement.Voucher;
import org.franklin.box.transaction.AccountReply.Entry;
import org.franklin.box.transaction.AccountReply.Row;
import org.franklin.box.transaction.TransactionBoxAnswer.Found;
import org.franklin.box.transaction.TransactionBoxAnswer.Looked;
import org.franklin.box.transaction.TransactionBoxAnswer.NotFound;
import org.franklin.box.transaction.TransactionBoxAnswer.Stepped;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.RequestKey;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The transaction box (42): keeps master accounts, and signs what happens to them.
///
/// An account is a chained record like a meter's (ruling 7): yesterday's is refused. Money enters
/// only with a processor's signature and leaves only as a voucher that this box makes.
public final class TransactionBox {

    /// Sign-ons are numbered by the counter that they reach, under this actor.
    public static final int SIGN_ONS = -2;

    private static final int MOST_EVENTS = 1_000;

    private final RecordChain<AccountRecord> chain;
    private final FreshnessLog log;
    private final TransactionTrust trust;
    private final BoxSigner signer;
    private final InstantSource clock;

    TransactionBox(
            RecordChain<AccountRecord> chain,
            FreshnessLog log,
            TransactionTrust trust,
            BoxSigner signer,
            InstantSource clock) {
        this.chain = chain;
        this.log = log;
        this.trust = trust;
        this.signer = signer;
        this.clock = clock;
    }

    /// Wires the box from what manufacturing put into it and its own freshness log.
    public static TransactionBox open(
            TransactionSeed seed, FreshnessLog log, SecureRandom random, InstantSource clock) {
        return new TransactionBox(
                new RecordChain<>(
                        AccountRecord.class,
                        seed.cluster(),
                        masterKey(seed.recordMaster(), seed.cluster()),
                        log,
                        random),
                log,
                new TransactionTrust(seed),
                BoxSigner.seeded(seed.signingKey(), seed.certificate()),
                clock);
    }

    /// The key of this box's journal.
    public static MasterKey journalKey(TransactionSeed seed) {
        return masterKey(seed.journalMaster(), seed.cluster());
    }

    private static MasterKey masterKey(Bytes secret, Bytes cluster) {
        return new MasterKey(SecretBytes.seeded(secret), cluster);
    }

    /// The box as others see it: bytes in, bytes out.
    public SecureBox behindItsWall() {
        return SelfTest.standard()
                .guard(
                        TransactionBoxRequest.class,
                        TransactionBoxAnswer.class,
                        reason -> new Stepped(new OutOfService(reason)),
                        () -> this::answer);
    }

    public TransactionBoxAnswer answer(TransactionBoxRequest request) {
        return switch (request) {
            case TransactionBoxRequest.Open(var mailer) -> new Stepped(open(mailer));
            case TransactionBoxRequest.Step step -> new Stepped(step(step));
            case TransactionBoxRequest.Find(var mailer, var asked) -> find(mailer, asked);
            case TransactionBoxRequest.Look(var record) ->
                    new Looked(
                            chain.look(record),
                            chain.genuine(record).map(AccountRecord::counter).orElse(-1L));
            case TransactionBoxRequest.Events(var from) ->
                    new TransactionBoxAnswer.Events(log.events(from, MOST_EVENTS));
        };
    }

    private StepAnswer open(MailerId mailer) {
        var link = ChainLink.first(trust.cluster(), clock.instant());
        var key = new RequestKey(RequestKey.DATA_CENTER, 0, Hash.NONE);
        return log.slot(AccountRecord.subject(mailer)).isPresent()
                ? new Refused(new Refusal.AlreadyThere())
                : journal(
                        AccountRecord.opened(link, mailer),
                        new Draft(key, new Entry.Opened(), Optional.empty()),
                        Hash.NONE,
                        () -> new Refused(new Refusal.AlreadyThere()));
    }

    private StepAnswer step(TransactionBoxRequest.Step asked) {
        return switch (chain.present(asked.record(), asked.confirmation())) {
            case Answered<AccountRecord>(var answer) -> answer;
            case Current<AccountRecord>(var record, var hash) ->
                    switch (asked.step()) {
                        case AccountStep.SignOn(var login) ->
                                signOn(record, hash, login, () -> step(asked));
                        case AccountStep.Fund(var payment) ->
                                fund(record, hash, payment, () -> step(asked));
                    };
        };
    }

    private StepAnswer signOn(
            AccountRecord record, Hash hash, BoxSigned signed, Supplier<StepAnswer> otherwise) {
        var opened = trust.login(signed, record.mailer());
        if (opened.isEmpty()) {
            return new Refused(new Refusal.BadSignature());
        }
        var login = opened.orElseThrow();
        Hash asked = Canonical.hash(login);
        if (log.last(record.subject()) instanceof Recalled.Found(var last)
                && last.request().request().equals(asked)) {
            return chain.again(record, last.request());
        }
        ChainLink link = record.link().next(hash, clock.instant());
        return journal(
                record.signedOn(link, login),
                new Draft(
                        new RequestKey(SIGN_ONS, link.counter(), asked),
                        new Entry.SignedOn(login),
                        Optional.empty()),
                hash,
                otherwise);
    }

    private StepAnswer fund(
            AccountRecord record, Hash hash, BoxSigned signed, Supplier<StepAnswer> otherwise) {
        var opened = trust.payment(signed, record.mailer());
        if (opened.isEmpty()) {
            return new Refused(new Refusal.BadSignature());
        }
        Payment payment = opened.orElseThrow();
        var key = new RequestKey(RequestKey.VOUCHERS, payment.number(), Canonical.hash(payment));
        if (payment.number() <= record.lastPayment()) {
            return chain.again(record, key);
        }
        if (payment.number() > record.lastPayment() + 1) {
            return new Refused(new Refusal.OutOfOrder(record.lastPayment() + 1));
        }
        long number = record.nextVoucher(payment.serial());
        var voucher = new Voucher(trust.cluster(), payment.serial(), number, payment.amount());
        return journal(
                record.funded(record.link().next(hash, clock.instant()), payment),
                new Draft(key, new Entry.Funded(payment, number), Optional.of(voucher)),
                hash,
                otherwise);
    }

    /// What a step says and gives, before it is signed.
    private record Draft(RequestKey request, Entry entry, Optional<Voucher> voucher) {}

    private StepAnswer journal(
            AccountRecord next, Draft draft, Hash from, Supplier<StepAnswer> otherwise) {
        Bytes signed = chain.sign(next);
        var row =
                new Row(
                        trust.cluster(),
                        next.mailer(),
                        next.counter(),
                        next.link().time(),
                        Hash.of(signed),
                        from,
                        draft.entry());
        var reply =
                new AccountReply(
                        signer.sign(row), draft.voucher().map(signer::sign).stream().toList());
        return chain.commit(
                new Advance(
                        next.subject(),
                        next.counter(),
                        from,
                        signed,
                        draft.request(),
                        reply.canonical(),
                        next.link().time()),
                otherwise);
    }

    private TransactionBoxAnswer find(MailerId mailer, RequestKey asked) {
        return switch (log.find(AccountRecord.subject(mailer), asked)) {
            case Recalled.Found(var step) ->
                    new Found(step.counter(), step.request(), step.reply());
            // The account is locked since; whoever shows its record learns that.
            case Recalled.Nothing _, Recalled.Damaged _ -> new NotFound();
        };
    }

    /// The voucher in a reply of [AccountStep.Fund], for whoever carries it to the meter box.
    public static List<BoxSigned> vouchers(Bytes reply) {
        return Canonical.decode(AccountReply.class, reply).orThrow().vouchers();
    }
}
