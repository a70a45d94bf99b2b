package org.franklin.box.meter;

import org.franklin.box.BoxEvent;
import org.franklin.box.Refusal;
import org.franklin.box.SecureBox;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.key.KeyWrap;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SelfTest;
import org.franklin.box.meter.Decision.Again;
import org.franklin.box.meter.Decision.No;
import org.franklin.box.meter.Decision.Take;
import org.franklin.box.meter.MeterBoxAnswer.Found;
import org.franklin.box.meter.MeterBoxAnswer.Looked;
import org.franklin.box.meter.MeterBoxAnswer.NotFound;
import org.franklin.box.meter.MeterBoxAnswer.Stepped;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.ChainLink;
import org.franklin.box.record.Presented.Answered;
import org.franklin.box.record.Presented.Current;
import org.franklin.box.record.RecordChain;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BoxSigner;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The meter box (44): the only place where postage is accounted for.
///
/// It keeps its keys and the freshness log, and nothing else. All other state arrives with the
/// request and leaves with the answer; and a step leaves only after it is durable (Fig. 4, in the
/// order of protocol 2.3).
public final class MeterBox {

    private static final int MOST_EVENTS = 1_000;

    private final RecordChain<MeterRecord> chain;
    private final FreshnessLog log;
    private final MeterDecisions decisions;
    private final MeterVerification verification;
    private final BoxSigner receipts;
    private final InstantSource clock;

    MeterBox(
            RecordChain<MeterRecord> chain,
            FreshnessLog log,
            MeterDecisions decisions,
            MeterVerification verification,
            BoxSigner receipts,
            InstantSource clock) {
        this.chain = chain;
        this.log = log;
        this.decisions = decisions;
        this.verification = verification;
        this.receipts = receipts;
        this.clock = clock;
    }

    /// Wires the box from what manufacturing put into it and its own freshness log.
    public static MeterBox open(
            MeterSeed seed, FreshnessLog log, SecureRandom random, InstantSource clock) {
        var tokenKeys = new KeyWrap(masterKey(seed.tokenKeyMaster(), seed.cluster()), random);
        var indicia = new IndiciumMaker(tokenKeys);
        var trust = new MeterTrust(seed);
        return new MeterBox(
                new RecordChain<>(
                        MeterRecord.class,
                        seed.cluster(),
                        masterKey(seed.recordMaster(), seed.cluster()),
                        log,
                        random),
                log,
                new MeterDecisions(trust, indicia),
                new MeterVerification(indicia),
                BoxSigner.seeded(seed.receiptKey(), seed.receiptCertificate()),
                clock);
    }

    /// The key of this box's journal.
    public static MasterKey journalKey(MeterSeed seed) {
        return masterKey(seed.journalMaster(), seed.cluster());
    }

    private static MasterKey masterKey(Bytes secret, Bytes cluster) {
        return new MasterKey(SecretBytes.seeded(secret), cluster);
    }

    /// The box as others see it: bytes in, bytes out.
    public SecureBox behindItsWall() {
        return SelfTest.standard()
                .guard(
                        MeterBoxRequest.class,
                        MeterBoxAnswer.class,
                        reason -> new Stepped(new OutOfService(reason)),
                        () -> this::answer);
    }

    public MeterBoxAnswer answer(MeterBoxRequest request) {
        return switch (request) {
            case MeterBoxRequest.Admit(var birth) -> new Stepped(admit(birth));
            case MeterBoxRequest.Step step -> new Stepped(step(step));
            case MeterBoxRequest.Find(var serial, var asked) -> find(serial, asked);
            case MeterBoxRequest.Verify(var record, var symbol) ->
                    verification.verify(chain, record, symbol);
            case MeterBoxRequest.Look(var record) ->
                    new Looked(chain.look(record), MeterVerification.counterOf(record));
            case MeterBoxRequest.Events(var from) ->
                    new MeterBoxAnswer.Events(log.events(from, MOST_EVENTS));
        };
    }

    private StepAnswer step(MeterBoxRequest.Step asked) {
        return switch (chain.present(asked.record(), asked.confirmation())) {
            case Answered<MeterRecord>(var answer) -> answer;
            case Current<MeterRecord>(var record, var hash) ->
                    switch (decisions.decide(record, asked.step(), clock.instant())) {
                        case No(var refusal) -> refuse(record, refusal);
                        case Again(var request) -> chain.again(record, request);
                        case Take take -> commit(record, hash, take, () -> step(asked));
                    };
        };
    }

    private StepAnswer refuse(MeterRecord record, Refusal refusal) {
        if (refusal instanceof Refusal.SequenceGap) {
            log.note(BoxEvent.Kind.SEQUENCE_GAP, record.subject(), "a device skipped numbers");
        }
        if (refusal instanceof Refusal.BadSignature) {
            log.note(BoxEvent.Kind.BAD_SIGNATURE, record.subject(), "evidence was not signed well");
        }
        return new Refused(refusal);
    }

    private StepAnswer admit(Birth birth) {
        var first = decisions.admit(birth, clock.instant());
        if (first.isEmpty()) {
            return new Refused(new Refusal.BadSignature());
        }
        var take = first.orElseThrow();
        if (log.slot(take.next().subject()).isPresent()) {
            return new Refused(new Refusal.AlreadyThere());
        }
        return journal(take, Hash.NONE, () -> new Refused(new Refusal.AlreadyThere()));
    }

    private StepAnswer commit(
            MeterRecord current, Hash hash, Take take, Supplier<StepAnswer> otherwise) {
        ChainLink link = current.link().next(hash, clock.instant());
        var placed = new Take(take.next().at(link), take.request(), take.reply());
        assert placed.next().books().refilled().covers(current.books().refilled());
        return journal(placed, hash, otherwise);
    }

    private StepAnswer journal(Take take, Hash from, Supplier<StepAnswer> otherwise) {
        MeterRecord next = take.next();
        Bytes signed = chain.sign(next);
        MeterReply reply = take.reply().apply(receipt(next, Hash.of(signed), take.request()));
        return chain.commit(
                new Advance(
                        next.subject(),
                        next.counter(),
                        from,
                        signed,
                        take.request(),
                        reply.canonical(),
                        next.link().time()),
                otherwise);
    }

    private SignedReceipt receipt(MeterRecord next, Hash signed, RequestKey request) {
        ChainLink link = next.link();
        var receipt =
                new Receipt(
                        link.cluster(),
                        next.serial(),
                        link.counter(),
                        link.time(),
                        request,
                        signed,
                        link.previous(),
                        next.registers(),
                        next.pieces(),
                        next.books().indiciaRoot());
        return new SignedReceipt(receipt, receipts.certificate(), receipts.signature(receipt));
    }

    private MeterBoxAnswer find(SerialNumber serial, RequestKey asked) {
        return switch (log.find(MeterRecord.subject(serial), asked)) {
            case Recalled.Found(var step) ->
                    new Found(step.counter(), step.request(), step.reply());
            // The meter is locked since; whoever shows its record learns that.
            case Recalled.Nothing _, Recalled.Damaged _ -> new NotFound();
        };
    }
}
