package org.franklin.box.meter;

import org.franklin.box.BoxEntry;
import org.franklin.box.KeptKeys;
import org.franklin.box.NotingBox;
import org.franklin.box.Refusal;
import org.franklin.box.SecureBox;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.Wipeable;
import org.franklin.box.ceremony.CeremonyAnswer;
import org.franklin.box.ceremony.CeremonyDesk;
import org.franklin.box.ceremony.CeremonyRefusal;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.key.MasterKey;
import org.franklin.box.meter.MeterBoxAnswer.Ceremonial;
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
import java.util.function.Function;
import java.util.function.Supplier;

/// The meter box (44): the only place where postage is accounted for.
///
/// It keeps its keys and the freshness log, and nothing else. All other state arrives with the
/// request and leaves with the answer; and a step leaves only after it is durable (Fig. 4, in the
/// order of protocol 2.3).
public final class MeterBox {

    private static final int MOST_EVENTS = 1_000;

    /// As ceremonies name this box.
    public static final String NAME = "meter box";

    private final KeptKeys<MeterWorks> keys;
    private final CeremonyDesk<MeterRecord, MeterStep, MeterWorks> desk;
    private final FreshnessLog log;
    private final InstantSource clock;

    private MeterBox(
            KeptKeys<MeterWorks> keys,
            CeremonyDesk<MeterRecord, MeterStep, MeterWorks> desk,
            FreshnessLog log,
            InstantSource clock) {
        this.keys = keys;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /// Wires the box from what manufacturing put into it, which stays the caller's to wipe, and its
    /// own freshness log. Once stopped it cannot open its seed again.
    public static MeterBox open(
            MeterSeed seed, FreshnessLog log, SecureRandom random, InstantSource clock) {
        return open(seed, Optional::empty, log, random, clock);
    }

    /// The same; `sealed` opens the seed again for a ceremony, after the box was stopped and wiped
    /// its keys, and each time gives another, which is wiped after use. Where the box is stopped
    /// already, no key of `seed` is kept.
    public static MeterBox open(
            MeterSeed seed,
            Supplier<Optional<MeterSeed>> sealed,
            FreshnessLog log,
            SecureRandom random,
            InstantSource clock) {
        Function<MeterSeed, MeterWorks> works = opened -> MeterWorks.of(opened, log, random, clock);
        var keys =
                new KeptKeys<>(
                        seed.suite().selfTest().fault(),
                        () -> works.apply(seed),
                        log::stopped,
                        () -> sealed.get().map(again -> Wipeable.once(again, works)));
        var identity =
                new CeremonyDesk.Identity(
                        seed.cluster(), NAME, seed.keepers(), seed.suite().hasTokens());
        var desk =
                new CeremonyDesk<MeterRecord, MeterStep, MeterWorks>(
                        identity, log, keys, kept -> kept.core().table(), clock);
        return new MeterBox(keys, desk, log, clock);
    }

    /// The key of this box's journal, the caller's to wipe.
    public static MasterKey journalKey(MeterSeed seed) {
        return new MasterKey(seed.journalMaster(), seed.cluster());
    }

    /// The box as others see it: bytes in, bytes out. Closing it leaves the journal open.
    public SecureBox behindItsWall() {
        var entry =
                new BoxEntry<>(
                        MeterBoxRequest.class, MeterBoxAnswer.class, this::answer, keys::close);
        return new NotingBox(entry, () -> RecordChain.unreadable(log));
    }

    public MeterBoxAnswer answer(MeterBoxRequest request) {
        return switch (request) {
            case MeterBoxRequest.Events(var from) ->
                    keys.call(
                            () -> new MeterBoxAnswer.Events(log.events(from, MOST_EVENTS)),
                            MeterBox::outOfService);
            case MeterBoxRequest.Ceremony(var asked) ->
                    keys.call(() -> new Ceremonial(desk.answer(asked)), MeterBox::outOfService);
            case MeterBoxRequest.TokenKeys(var statement, _) when !desk.hasHeld(statement) ->
                    keys.call(MeterBox::notHeld, MeterBox::outOfService);
            case MeterBoxRequest served ->
                    keys.use(works -> answer(works, served), MeterBox::outOfService);
        };
    }

    private static MeterBoxAnswer notHeld() {
        return new Ceremonial(new CeremonyAnswer.Refused(new CeremonyRefusal.NotHeld()));
    }

    private static MeterBoxAnswer outOfService(String reason) {
        return new Stepped(new OutOfService(reason));
    }

    private MeterBoxAnswer answer(MeterWorks works, MeterBoxRequest request) {
        var chain = works.chain();
        return switch (request) {
            case MeterBoxRequest.Admit(var birth) -> new Stepped(admit(works, birth));
            case MeterBoxRequest.Step(var record, long confirmation, var step) ->
                    new Stepped(chain.step(record, confirmation, Optional.of(step)));
            case MeterBoxRequest.Show(var record, long confirmation) ->
                    new Stepped(chain.step(record, confirmation, Optional.empty()));
            case MeterBoxRequest.Find(var serial, var asked) -> find(serial, asked);
            case MeterBoxRequest.Verify(var record, var symbol) ->
                    works.core().verification().verify(chain, record, symbol);
            case MeterBoxRequest.VerifyReceipt(var receipt) ->
                    works.core().verification().verify(receipt);
            case MeterBoxRequest.Look(var record) ->
                    new Looked(chain.look(record), MeterVerification.counterOf(record));
            case MeterBoxRequest.TokenKeys(var statement, int from) ->
                    works.core().export().page(statement, from, log, chain, clock.instant());
            case MeterBoxRequest.Events _, MeterBoxRequest.Ceremony _ ->
                    throw new AssertionError("these need no keys");
        };
    }

    private StepAnswer admit(MeterWorks works, Birth birth) {
        return works.core()
                .admit(birth, clock.instant())
                .map(works.chain()::begin)
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
