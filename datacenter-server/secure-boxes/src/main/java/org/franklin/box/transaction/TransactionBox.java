package org.franklin.box.transaction;

import org.franklin.box.BoxEntry;
import org.franklin.box.SecureBox;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SelfTest;
import org.franklin.box.record.DecisionTable;
import org.franklin.box.record.RecordChain;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.transaction.TransactionBoxAnswer.Found;
import org.franklin.box.transaction.TransactionBoxAnswer.Looked;
import org.franklin.box.transaction.TransactionBoxAnswer.NotFound;
import org.franklin.box.transaction.TransactionBoxAnswer.Stepped;
import org.franklin.box.transaction.TransactionBoxAnswer.Unreadable;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.RequestKey;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The transaction box (42): keeps master accounts, and signs what happens to them.
///
/// An account is a chained record like a meter's (ruling 7): yesterday's is refused. Money enters
/// only with a processor's signature and leaves only as a voucher that this box makes.
public final class TransactionBox {

    /// Sign-ons are numbered by the counter that they reach, under this actor.
    public static final int SIGN_ONS = -2;

    private static final int MOST_EVENTS = 1_000;

    private final RecordChain<AccountRecord, AccountStep> chain;
    private final FreshnessLog log;
    private final AccountLaw law;
    private final InstantSource clock;
    private final SelfTest selfTest;
    private final Keyring keys;

    TransactionBox(
            RecordChain<AccountRecord, AccountStep> chain,
            FreshnessLog log,
            AccountLaw law,
            InstantSource clock,
            SelfTest selfTest,
            Keyring keys) {
        this.chain = chain;
        this.log = log;
        this.law = law;
        this.clock = clock;
        this.selfTest = selfTest;
        this.keys = keys;
    }

    /// Wires the box from what manufacturing put into it and its own freshness log.
    public static TransactionBox open(
            TransactionSeed seed, FreshnessLog log, SecureRandom random, InstantSource clock) {
        var keys = new Keyring();
        var law =
                new AccountLaw(
                        new TransactionTrust(seed),
                        BoxSigner.seeded(keys, seed.signingKey(), seed.certificate()));
        var table =
                new DecisionTable<>(
                        AccountRecord.class,
                        seed.cluster(),
                        seed.suite().recordSeal(keys, seed.recordMaster(), seed.cluster()),
                        law);
        return new TransactionBox(
                new RecordChain<>(table, log, random, clock),
                log,
                law,
                clock,
                seed.suite().selfTest(),
                keys);
    }

    /// The key of this box's journal.
    public static MasterKey journalKey(TransactionSeed seed) {
        return masterKey(seed.journalMaster(), seed.cluster());
    }

    private static MasterKey masterKey(Bytes secret, Bytes cluster) {
        try (var seeded = SecretBytes.seeded(secret)) {
            return new MasterKey(seeded, cluster);
        }
    }

    /// The box as others see it: bytes in, bytes out.
    public SecureBox behindItsWall() {
        var entry =
                selfTest.guard(
                        TransactionBoxRequest.class,
                        TransactionBoxAnswer.class,
                        reason -> new Stepped(new OutOfService(reason)),
                        () -> this::answer);
        return BoxEntry.closing(BoxEntry.noting(entry, chain::unreadable), keys);
    }

    public TransactionBoxAnswer answer(TransactionBoxRequest request) {
        return switch (request) {
            case TransactionBoxRequest.Open(var mailer) ->
                    new Stepped(chain.begin(law.open(mailer, clock.instant())));
            case TransactionBoxRequest.Step(var record, long confirmation, var step) ->
                    new Stepped(chain.step(record, confirmation, Optional.of(step)));
            case TransactionBoxRequest.Show(var record, long confirmation) ->
                    new Stepped(chain.step(record, confirmation, Optional.empty()));
            case TransactionBoxRequest.Find(var mailer, var asked) -> find(mailer, asked);
            case TransactionBoxRequest.Look(var record) ->
                    new Looked(
                            chain.look(record),
                            chain.genuine(record).map(AccountRecord::counter).orElse(-1L));
            case TransactionBoxRequest.Events(var from) ->
                    new TransactionBoxAnswer.Events(log.events(from, MOST_EVENTS));
        };
    }

    private TransactionBoxAnswer find(MailerId mailer, RequestKey asked) {
        return switch (log.find(AccountRecord.subject(mailer), asked)) {
            case Recalled.Found(var step) ->
                    new Found(step.counter(), step.request(), step.reply());
            case Recalled.Nothing _ -> new NotFound();
            case Recalled.Damaged _ -> new Unreadable();
        };
    }

    /// The voucher in a reply of [AccountStep.Fund], for whoever carries it to the meter box.
    public static List<BoxSigned> vouchers(Bytes reply) {
        return Canonical.decode(AccountReply.class, reply).orThrow().vouchers();
    }
}
