package org.franklin.datacenter.drill.attack;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.datacenter.drill.ground.Ground;
import org.franklin.datacenter.drill.ground.Mailer;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.money.Postage;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/// Yesterday put in the place of today: a record, a row, the database, the boxes' journals.
final class RollbackAttacks {

    private static final String DATABASE = "database";
    private static final String BOXES = "boxes";
    private static final Postage TEN = Postage.ofDollars(10);

    static final List<Drill> ALL =
            List.of(
                    new Drill(
                            "Put back a meter record one step old, its row deleted",
                            Answer.Redone.class,
                            RollbackAttacks::recordByOne),
                    new Drill(
                            "Put back yesterday's meter record",
                            Answer.Locked.class,
                            RollbackAttacks::record),
                    new Drill(
                            "Put back yesterday's record, then delete the alarms",
                            Answer.Locked.class,
                            RollbackAttacks::recordAndAlarms),
                    new Drill(
                            "Put back yesterday's account row",
                            Answer.Locked.class,
                            RollbackAttacks::account),
                    new Drill(
                            "Put back the database, one step old",
                            Answer.Redone.class,
                            RollbackAttacks::databaseByOne),
                    new Drill(
                            "Put back yesterday's database",
                            Answer.Locked.class,
                            RollbackAttacks::database),
                    new Drill(
                            "Put back yesterday's box journals",
                            Answer.Locked.class,
                            RollbackAttacks::journals),
                    new Drill(
                            "Put back database and journals together; one computer",
                            Answer.DetectedBy.class,
                            RollbackAttacks::allWithOneDevice),
                    new Drill(
                            "Put back database and journals together; two computers",
                            Answer.DetectedBy.class,
                            RollbackAttacks::allWithTwoDevices));

    private RollbackAttacks() {}

    private static Answer recordByOne(Ground ground) {
        var office = ground.office();
        var administrator = ground.administrator();
        var old = administrator.meter(office.serial());
        var request = ground.letter(office);
        var reply = Probe.paid(ground, office, request);
        administrator.putMeter(office.serial(), old);
        administrator.run(
                "DELETE FROM meter_step WHERE counter = %d AND owner = %d"
                        .formatted(old.counter() + 1, office.serial().number()));
        boolean same = reply.isPresent() && reply.equals(Probe.paid(ground, office, request));
        return Probe.when(
                same && Probe.serves(ground, office),
                new Answer.Redone("the box gives its last step again: same bytes, one debit"));
    }

    private static Answer record(Ground ground) {
        boolean locked = isLockedByOldRecord(ground);
        return Probe.when(
                locked && ground.center().events().contains(Kind.TAMPERED_ROLLBACK),
                new Answer.Locked("ROLLED_BACK, and it stays so when the record is put right"));
    }

    private static Answer recordAndAlarms(Ground ground) {
        boolean locked = isLockedByOldRecord(ground);
        ground.administrator().run("DELETE FROM alarm");
        return Probe.when(
                locked
                        && Probe.isLocked(ground, ground.office())
                        && ground.center().events().contains(Kind.TAMPERED_ROLLBACK),
                new Answer.Locked("the box's own audit chain keeps TAMPERED_ROLLBACK"));
    }

    private static boolean isLockedByOldRecord(Ground ground) {
        var office = ground.office();
        var administrator = ground.administrator();
        var old = administrator.meter(office.serial());
        Probe.buy(ground, office);
        Probe.buy(ground, office);
        var genuine = administrator.meter(office.serial());
        administrator.putMeter(office.serial(), old);
        boolean locked = Probe.isLocked(ground, office) && Probe.rang(ground, "ROLLED_BACK");
        administrator.putMeter(office.serial(), genuine);
        return locked && Probe.isLocked(ground, office) && Probe.serves(ground, ground.neighbour());
    }

    private static Answer account(Ground ground) {
        var office = ground.office();
        var administrator = ground.administrator();
        var mailer = office.seat().session().mailer();
        var old = administrator.account(mailer);
        boolean paid = IntStream.range(0, 2).allMatch(_ -> refills(ground));
        administrator.putAccount(mailer, old);
        var refused = office.refill(ground.center(), TEN);
        return Probe.when(
                paid
                        && refused instanceof RefillMeter.Result.Locked
                        && Probe.rang(ground, "ROLLED_BACK")
                        && Probe.serves(ground, office),
                new Answer.Locked("the account, ROLLED_BACK; the meter keeps serving"));
    }

    private static boolean refills(Ground ground) {
        return ground.office().refill(ground.center(), TEN) instanceof RefillMeter.Result.Refilled;
    }

    private static Answer databaseByOne(Ground ground) throws IOException {
        var office = ground.office();
        backUp(ground, DATABASE);
        var request = ground.letter(office);
        var reply = Probe.paid(ground, office, request);
        putBack(ground, DATABASE);
        boolean same = reply.isPresent() && reply.equals(Probe.paid(ground, office, request));
        return Probe.when(
                same && Probe.serves(ground, office),
                new Answer.Redone("the box gives its last step again: same bytes, one debit"));
    }

    private static Answer database(Ground ground) throws IOException {
        backUp(ground, DATABASE);
        for (Mailer mailer : List.of(ground.office(), ground.neighbour())) {
            Probe.buy(ground, mailer);
            Probe.buy(ground, mailer);
        }
        putBack(ground, DATABASE);
        ground.center().functions().sweep().run();
        long rolledBack =
                ground.center().events().stream().filter(Kind.TAMPERED_ROLLBACK::equals).count();
        return Probe.when(
                rolledBack == 2
                        && Probe.isLocked(ground, ground.office())
                        && Probe.isLocked(ground, ground.neighbour()),
                new Answer.Locked("both meters, ROLLED_BACK, by the sweep at the start"));
    }

    private static Answer journals(Ground ground) throws IOException {
        backUp(ground, BOXES);
        Probe.buy(ground, ground.office());
        Probe.buy(ground, ground.office());
        putBack(ground, BOXES);
        return Probe.when(
                isStopped(ground) && isStoppedAfterRestart(ground),
                new Answer.Locked(
                        "the whole box, BOX_BEHIND: its own record is ahead of it; also after a"
                                + " restart"));
    }

    private static boolean isStopped(Ground ground) {
        return ground.office().send(ground.center(), ground.letter(ground.office()))
                        instanceof Result.Pending
                && !Probe.serves(ground, ground.neighbour())
                && ground.faults().stream().anyMatch(fault -> fault.contains("ahead of the box"));
    }

    private static boolean isStoppedAfterRestart(Ground ground) throws IOException {
        ground.stop();
        ground.start();
        return isStopped(ground);
    }

    private static Answer allWithOneDevice(Ground ground) throws IOException {
        rollAllBack(ground);
        var office = ground.office();
        var request = ground.letter(office);
        boolean gap = office.send(ground.center(), request) instanceof Result.SequenceGap;
        boolean noted = ground.center().events().contains(Kind.SEQUENCE_GAP);
        return Probe.when(
                gap && noted && stopsByReceipt(ground, office),
                new Answer.DetectedBy(
                        "the mailer's computer: it knows a later number (SEQUENCE_GAP), and its"
                                + " receipt stops the box (BOX_BEHIND)",
                        "at its first request; nothing new leaves"));
    }

    private static Answer allWithTwoDevices(Ground ground) throws IOException {
        rollAllBack(ground);
        boolean forked = IntStream.range(0, 2).allMatch(_ -> Probe.serves(ground, ground.laptop()));
        long twice = ground.purse().duplicates(ground.verifier());
        var office = ground.office();
        boolean gap =
                office.send(ground.center(), ground.letter(office)) instanceof Result.SequenceGap
                        && ground.center().events().contains(Kind.SEQUENCE_GAP);
        return Probe.when(
                forked && twice == 2 && gap,
                new Answer.DetectedBy(
                        "the Post's verifier ("
                                + twice
                                + " piece numbers paid twice) and the first computer, which knows a"
                                + " later number (SEQUENCE_GAP)",
                        "when both pieces are scanned, or when the first computer returns"));
    }

    /// Two letters from the first computer, and everything as it was before them.
    private static void rollAllBack(Ground ground) throws IOException {
        ground.stop();
        ground.administrator().backUp(DATABASE, ground.aside(DATABASE));
        ground.administrator().backUp(BOXES, ground.aside(BOXES));
        ground.start();
        Probe.buy(ground, ground.office());
        Probe.buy(ground, ground.office());
        ground.stop();
        ground.administrator().restore(DATABASE, ground.aside(DATABASE));
        ground.administrator().restore(BOXES, ground.aside(BOXES));
        ground.start();
    }

    /// The box is shown the receipt that a computer carries.
    static boolean stopsByReceipt(Ground ground, Mailer mailer) {
        var record = ground.administrator().meter(mailer.serial()).record();
        var step = new MeterStep.Witnessed(ground.letter(mailer), mailer.receipt().orElseThrow());
        ground.center().doors().meter().call(new MeterBoxRequest.Step(record, 0, step));
        return ground.center().events().contains(Kind.BOX_BEHIND) && !ground.faults().isEmpty();
    }

    private static void backUp(Ground ground, String part) throws IOException {
        ground.stop();
        ground.administrator().backUp(part, ground.aside(part));
        ground.start();
    }

    private static void putBack(Ground ground, String part) throws IOException {
        ground.stop();
        ground.administrator().restore(part, ground.aside(part));
        ground.start();
    }
}
