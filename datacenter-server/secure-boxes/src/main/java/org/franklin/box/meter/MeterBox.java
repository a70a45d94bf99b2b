package org.franklin.box.meter;

import org.franklin.box.BoxEntry;
import org.franklin.box.Refusal;
import org.franklin.box.SecureBox;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SelfTest;
import org.franklin.box.meter.MeterBoxAnswer.Found;
import org.franklin.box.meter.MeterBoxAnswer.Looked;
import org.franklin.box.meter.MeterBoxAnswer.NotFound;
import org.franklin.box.meter.MeterBoxAnswer.Stepped;
import org.franklin.box.meter.MeterBoxAnswer.Unreadable;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.RecordChain;
import org.franklin.box.statement.Birth;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// The meter box (44): the only place where postage is accounted for.
///
/// It keeps its keys and the freshness log, and nothing else. All other state arrives with the
/// request and leaves with the answer; and a step leaves only after it is durable (Fig. 4, in the
/// order of protocol 2.3).
public final class MeterBox {

    private static final int MOST_EVENTS = 1_000;

    private final MeterCore core;
    private final RecordChain<MeterRecord, MeterStep> chain;
    private final FreshnessLog log;
    private final InstantSource clock;
    private final SelfTest selfTest;

    private MeterBox(
            MeterCore core,
            RecordChain<MeterRecord, MeterStep> chain,
            FreshnessLog log,
            InstantSource clock,
            SelfTest selfTest) {
        this.core = core;
        this.chain = chain;
        this.log = log;
        this.clock = clock;
        this.selfTest = selfTest;
    }

    /// Wires the box from what manufacturing put into it and its own freshness log.
    public static MeterBox open(
            MeterSeed seed, FreshnessLog log, SecureRandom random, InstantSource clock) {
        var core = MeterCore.of(seed, random);
        return new MeterBox(
                core,
                new RecordChain<>(core.table(), log, random, clock),
                log,
                clock,
                seed.suite().selfTest());
    }

    /// The key of this box's journal.
    public static MasterKey journalKey(MeterSeed seed) {
        return MeterCore.masterKey(seed.journalMaster(), seed.cluster());
    }

    /// The box as others see it: bytes in, bytes out.
    public SecureBox behindItsWall() {
        var entry =
                selfTest.guard(
                        MeterBoxRequest.class,
                        MeterBoxAnswer.class,
                        reason -> new Stepped(new OutOfService(reason)),
                        () -> this::answer);
        return BoxEntry.closing(BoxEntry.noting(entry, chain::unreadable), core.keys());
    }

    public MeterBoxAnswer answer(MeterBoxRequest request) {
        return switch (request) {
            case MeterBoxRequest.Admit(var birth) -> new Stepped(admit(birth));
            case MeterBoxRequest.Step(var record, long confirmation, var step) ->
                    new Stepped(chain.step(record, confirmation, Optional.of(step)));
            case MeterBoxRequest.Show(var record, long confirmation) ->
                    new Stepped(chain.step(record, confirmation, Optional.empty()));
            case MeterBoxRequest.Find(var serial, var asked) -> find(serial, asked);
            case MeterBoxRequest.Verify(var record, var symbol) ->
                    core.verification().verify(chain, record, symbol);
            case MeterBoxRequest.VerifyReceipt(var receipt) -> core.verification().verify(receipt);
            case MeterBoxRequest.Look(var record) ->
                    new Looked(chain.look(record), MeterVerification.counterOf(record));
            case MeterBoxRequest.Events(var from) ->
                    new MeterBoxAnswer.Events(log.events(from, MOST_EVENTS));
        };
    }

    private StepAnswer admit(Birth birth) {
        return core.admit(birth, clock.instant())
                .map(chain::begin)
                .orElseGet(() -> new Refused(new Refusal.BadSignature()));
    }

    private MeterBoxAnswer find(SerialNumber serial, RequestKey asked) {
        return switch (log.find(MeterRecord.subject(serial), asked)) {
            case Recalled.Found(var step) ->
                    new Found(step.counter(), step.request(), step.reply());
            case Recalled.Nothing _ -> new NotFound();
            case Recalled.Damaged _ -> new Unreadable();
        };
    }
}
