package org.franklin.datacenter.drill.attack;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.datacenter.drill.ground.Folders;
import org.franklin.datacenter.drill.ground.Ground;
import org.franklin.datacenter.function.postage.DispensePostage.Result;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Two boxes out of one, and time set to another day.
final class CloneAttacks {

    private static final Duration MONTHS = Duration.ofDays(62);

    static final List<Drill> ALL =
            List.of(
                    new Drill(
                            "Open the boxes' folder a second time",
                            Answer.Refused.class,
                            CloneAttacks::sameFolder),
                    new Drill(
                            "Clone the boxes' folder, and go on with the clone",
                            Answer.Locked.class,
                            CloneAttacks::clonedBoxes),
                    new Drill(
                            "Clone the whole folder, and serve from both",
                            Answer.DetectedBy.class,
                            CloneAttacks::clonedWhole),
                    new Drill(
                            "Roll the clock back three days",
                            Answer.Refused.class,
                            CloneAttacks::clockBack),
                    new Drill(
                            "Roll the clock two months ahead, and back",
                            Answer.Refused.class,
                            CloneAttacks::clockAhead));

    private CloneAttacks() {}

    private static Answer sameFolder(Ground ground) {
        return Probe.when(
                isRefused(ground, ground.folder()) && Probe.serves(ground, ground.office()),
                new Answer.Refused("the journal is locked by whoever serves"));
    }

    /// Whether a data center does not even open.
    static boolean isRefused(Ground ground, Path folder) {
        try (var _ = ground.startAt(folder)) {
            return false;
        } catch (IOException e) {
            return e.getMessage() != null;
        }
    }

    private static Answer clonedBoxes(Ground ground) throws IOException {
        ground.stop();
        Path clone = ground.aside("clone");
        Folders.copy(ground.folder(), clone);
        ground.start();
        Probe.buy(ground, ground.office());
        Probe.buy(ground, ground.office());
        ground.stop();
        // The clone's boxes meet the database of today.
        Folders.delete(ground.folder().resolve("boxes"));
        Folders.copy(clone.resolve("boxes"), ground.folder().resolve("boxes"));
        ground.start();
        boolean stopped =
                ground.office().send(ground.center(), ground.letter(ground.office()))
                        instanceof Result.Pending;
        return Probe.when(
                stopped && !ground.faults().isEmpty(),
                new Answer.Locked("the clone stops itself, BOX_BEHIND, at the first record"));
    }

    private static Answer clonedWhole(Ground ground) throws IOException {
        ground.stop();
        Path clone = ground.aside("clone");
        Folders.copy(ground.folder(), clone);
        ground.start();
        var office = ground.office();
        var laptop = ground.laptop();
        Probe.buy(ground, office);
        boolean both;
        try (var thief = ground.startAt(clone)) {
            var order = laptop.key().sign(laptop.order(thief, ground.today(), 1));
            both = laptop.send(thief, order) instanceof Result.Answered;
        }
        long twice = ground.purse().duplicates(ground.verifier());
        boolean gap =
                laptop.send(ground.center(), ground.letter(laptop)) instanceof Result.SequenceGap;
        return Probe.when(
                both && twice == 1 && gap,
                new Answer.DetectedBy(
                        "the Post's verifier (one piece number paid twice) and the second"
                                + " computer (SEQUENCE_GAP at the other copy)",
                        "when both pieces are scanned, or when it changes copies"));
    }

    private static Answer clockBack(Ground ground) {
        var office = ground.office();
        Probe.buy(ground, office);
        var before = record(ground);
        ground.clock().move(Duration.ofDays(-3));
        var request = ground.letter(office);
        boolean functionRefuses =
                !(office.send(ground.center(), request) instanceof Result.Answered);
        boolean boxRefuses = isWrongDate(ground, new MeterStep.Serve(request));
        ground.clock().move(Duration.ZERO);
        Probe.buy(ground, office);
        var after = record(ground);
        return Probe.when(
                functionRefuses
                        && boxRefuses
                        && !after.link().time().isBefore(before.link().time()),
                new Answer.Refused(
                        "WRONG_DATE, by function server and box; the meter's time never falls"));
    }

    private static Answer clockAhead(Ground ground) {
        var office = ground.office();
        ground.clock().move(MONTHS);
        boolean ahead = Probe.serves(ground, office);
        int month = record(ground).link().month();
        ground.clock().move(Duration.ZERO);
        var request = ground.letter(office);
        boolean refused = isWrongDate(ground, new MeterStep.Serve(request));
        boolean same = record(ground).link().month() == month;
        return Probe.when(
                ahead && refused && same,
                new Answer.Refused(
                        "no date before the meter's own time is paid, and no older month signs; it"
                                + " serves again when the date has come"));
    }

    private static boolean isWrongDate(Ground ground, MeterStep step) {
        var kept = ground.administrator().meter(ground.office().serial());
        return ground.center()
                        .doors()
                        .meter()
                        .call(new MeterBoxRequest.Step(kept.record(), 0, step))
                instanceof MeterBoxAnswer.Stepped(StepAnswer.Refused(Refusal.WrongMailingDate _));
    }

    private static MeterRecord record(Ground ground) {
        var kept = ground.administrator().meter(ground.office().serial());
        return SignedRecord.body(MeterRecord.class, kept.record()).orThrow();
    }
}
