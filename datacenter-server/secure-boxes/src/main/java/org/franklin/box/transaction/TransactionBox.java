package org.franklin.box.transaction;

import org.franklin.box.BoxEntry;
import org.franklin.box.KeptKeys;
import org.franklin.box.NotingBox;
import org.franklin.box.SecureBox;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.Wipeable;
import org.franklin.box.ceremony.CeremonyDesk;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.key.MasterKey;
import org.franklin.box.record.RecordChain;
import org.franklin.box.statement.BoxSigned;
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
import java.util.function.Function;
import java.util.function.Supplier;

/// The transaction box (42): keeps master accounts, and signs what happens to them.
///
/// An account is a chained record like a meter's (ruling 7): yesterday's is refused. Money enters
/// only with a processor's signature and leaves only as a voucher that this box makes.
public final class TransactionBox {

    /// Sign-ons are numbered by the counter that they reach, under this actor.
    public static final int SIGN_ONS = -2;

    private static final int MOST_EVENTS = 1_000;

    /// As ceremonies name this box.
    public static final String NAME = "transaction box";

    private final KeptKeys<TransactionWorks> keys;
    private final CeremonyDesk<AccountRecord, AccountStep, TransactionWorks> desk;
    private final FreshnessLog log;
    private final InstantSource clock;

    private TransactionBox(
            KeptKeys<TransactionWorks> keys,
            CeremonyDesk<AccountRecord, AccountStep, TransactionWorks> desk,
            FreshnessLog log,
            InstantSource clock) {
        this.keys = keys;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /// Wires the box from what manufacturing put into it, which stays the caller's to wipe, and its
    /// own freshness log. Once stopped it cannot open its seed again.
    public static TransactionBox open(
            TransactionSeed seed, FreshnessLog log, SecureRandom random, InstantSource clock) {
        return open(seed, Optional::empty, log, random, clock);
    }

    /// The same; `sealed` opens the seed again for a ceremony, after the box was stopped and wiped
    /// its keys, and each time gives another, which is wiped after use. Where the box is stopped
    /// already, no key of `seed` is kept.
    public static TransactionBox open(
            TransactionSeed seed,
            Supplier<Optional<TransactionSeed>> sealed,
            FreshnessLog log,
            SecureRandom random,
            InstantSource clock) {
        Function<TransactionSeed, TransactionWorks> works =
                opened -> TransactionWorks.of(opened, log, random, clock);
        var keys =
                new KeptKeys<>(
                        seed.suite().selfTest().fault(),
                        () -> works.apply(seed),
                        log::stopped,
                        () -> sealed.get().map(again -> Wipeable.once(again, works)));
        var identity = new CeremonyDesk.Identity(seed.cluster(), NAME, seed.keepers(), false);
        var desk =
                new CeremonyDesk<AccountRecord, AccountStep, TransactionWorks>(
                        identity, log, keys, TransactionWorks::table, clock);
        return new TransactionBox(keys, desk, log, clock);
    }

    /// The key of this box's journal, the caller's to wipe.
    public static MasterKey journalKey(TransactionSeed seed) {
        return new MasterKey(seed.journalMaster(), seed.cluster());
    }

    /// The box as others see it: bytes in, bytes out. Closing it leaves the journal open.
    public SecureBox behindItsWall() {
        var entry =
                new BoxEntry<>(
                        TransactionBoxRequest.class,
                        TransactionBoxAnswer.class,
                        this::answer,
                        keys::close);
        return new NotingBox(entry, () -> RecordChain.unreadable(log));
    }

    public TransactionBoxAnswer answer(TransactionBoxRequest request) {
        return switch (request) {
            case TransactionBoxRequest.Events(var from) ->
                    keys.call(
                            () -> new TransactionBoxAnswer.Events(log.events(from, MOST_EVENTS)),
                            TransactionBox::outOfService);
            case TransactionBoxRequest.Ceremony(var asked) ->
                    keys.call(
                            () -> new TransactionBoxAnswer.Ceremonial(desk.answer(asked)),
                            TransactionBox::outOfService);
            case TransactionBoxRequest served ->
                    keys.use(works -> answer(works, served), TransactionBox::outOfService);
        };
    }

    private static TransactionBoxAnswer outOfService(String reason) {
        return new Stepped(new OutOfService(reason));
    }

    private TransactionBoxAnswer answer(TransactionWorks works, TransactionBoxRequest request) {
        var chain = works.chain();
        return switch (request) {
            case TransactionBoxRequest.Open(var mailer) ->
                    new Stepped(chain.begin(works.law().open(mailer, clock.instant())));
            case TransactionBoxRequest.Step(var record, long confirmation, var step) ->
                    new Stepped(chain.step(record, confirmation, Optional.of(step)));
            case TransactionBoxRequest.Show(var record, long confirmation) ->
                    new Stepped(chain.step(record, confirmation, Optional.empty()));
            case TransactionBoxRequest.Find(var mailer, var asked) -> find(mailer, asked);
            case TransactionBoxRequest.Look(var record) ->
                    new Looked(
                            chain.look(record),
                            chain.genuine(record).map(AccountRecord::counter).orElse(-1L));
            case TransactionBoxRequest.Events _, TransactionBoxRequest.Ceremony _ ->
                    throw new AssertionError("these need no keys");
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
