package org.franklin.datacenter.drill.attack;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.datacenter.drill.ground.Ground;
import org.franklin.datacenter.function.postage.DispensePostage.Result;

import java.util.List;

/// Rows and files that are deleted.
final class DeletionAttacks {

    static final List<Drill> ALL =
            List.of(
                    new Drill(
                            "Delete the transaction row of the last request",
                            Answer.Redone.class,
                            DeletionAttacks::lastRow),
                    new Drill(
                            "Delete the transaction row of an earlier request",
                            Answer.Recalled.class,
                            DeletionAttacks::earlierRow),
                    new Drill("Delete a meter", Answer.Refused.class, DeletionAttacks::meter),
                    new Drill(
                            "Delete a meter and have it made anew",
                            Answer.Refused.class,
                            DeletionAttacks::madeAnew),
                    new Drill(
                            "Delete the meter box's journal",
                            Answer.Refused.class,
                            DeletionAttacks::journal));

    private DeletionAttacks() {}

    private static Answer lastRow(Ground ground) {
        var office = ground.office();
        var request = ground.letter(office);
        var reply = Probe.paid(ground, office, request);
        deleteRow(ground, request.decode().orThrow().sequence());
        boolean same = reply.isPresent() && reply.equals(Probe.paid(ground, office, request));
        return Probe.when(
                same && Probe.serves(ground, office),
                new Answer.Redone("asked again, the box gives the same bytes; one debit"));
    }

    private static Answer earlierRow(Ground ground) {
        var office = ground.office();
        var request = ground.letter(office);
        var reply = Probe.paid(ground, office, request);
        Probe.buy(ground, office);
        int deleted = deleteRow(ground, request.decode().orThrow().sequence());
        boolean same = reply.isPresent() && reply.equals(Probe.paid(ground, office, request));
        return Probe.when(
                same && deleted == 1 && Probe.serves(ground, office),
                new Answer.Recalled("from the box's archive, same bytes; the row is stored again"));
    }

    private static int deleteRow(Ground ground, long sequence) {
        var seat = ground.office().seat();
        return ground.administrator()
                .run(
                        "DELETE FROM meter_step WHERE owner = %d AND actor = %d AND sequence = %d"
                                .formatted(
                                        seat.session().serial().number(),
                                        seat.device().number(),
                                        sequence));
    }

    private static Answer meter(Ground ground) {
        var office = ground.office();
        var kept = ground.administrator().meter(office.serial());
        delete(ground);
        boolean refused =
                office.send(ground.center(), ground.letter(office)) instanceof Result.NotYours;
        ground.administrator()
                .run(
                        "INSERT INTO meter_record VALUES (%d, %d, x'%s')"
                                .formatted(
                                        office.serial().number(),
                                        kept.counter(),
                                        kept.record().hex()));
        return Probe.when(
                refused && Probe.serves(ground, office),
                new Answer.Refused(
                        "nothing is charged without its record; put back, the meter serves"));
    }

    private static Answer madeAnew(Ground ground) {
        var office = ground.office();
        var doors = ground.center().doors();
        delete(ground);
        boolean refused =
                doors.steel().call(new SteelBoxRequest.Make(office.serial()))
                                instanceof SteelBoxAnswer.Made(var birth)
                        && doors.meter().call(new MeterBoxRequest.Admit(birth))
                                instanceof
                                MeterBoxAnswer.Stepped(StepAnswer.Refused(Refusal.AlreadyThere _));
        return Probe.when(
                refused,
                new Answer.Refused("the meter box remembers the number, whatever is deleted"));
    }

    private static void delete(Ground ground) {
        ground.administrator()
                .run("DELETE FROM meter_record WHERE owner = " + ground.office().serial().number());
    }

    private static Answer journal(Ground ground) {
        ground.stop();
        ground.administrator().delete("boxes/meter.journal");
        return Probe.when(
                CloneAttacks.isRefused(ground, ground.folder()),
                new Answer.Refused("a box without its memory does not open, nor begin a new one"));
    }
}
