package org.franklin.datacenter.simulation;

import static org.franklin.datacenter.simulation.Violation.unless;

import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Redo;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.records.Way;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;

import java.util.Optional;

/// The box's wall: whatever passes it outward is in the ledger from then on.
final class Wall {

    private final SimulatedBox box;
    private final Ledger ledger;
    private final Nature nature;
    private int alarms;

    Wall(SimulatedBox box, Ledger ledger, Nature nature) {
        this.box = box;
        this.ledger = ledger;
        this.nature = nature;
    }

    Ledger ledger() {
        return ledger;
    }

    int alarms() {
        return alarms;
    }

    void ring(Way.Alarm alarm) {
        alarms++;
    }

    MeterBoxAnswer ask(MeterBoxRequest request) {
        var answer = box.ask(request);
        if (answer instanceof MeterBoxAnswer.Stepped(var said)) {
            switch (said) {
                case Done(long counter, var record, var key, var reply, var _) ->
                        released(counter, record, key, reply);
                case Redo(long counter, var record, var key, var reply, var _) ->
                        released(counter, record, key, reply);
                case OutOfService(var reason) ->
                        unless(
                                nature == Nature.DAMAGE || !box.isUp() || box.isTroubled(),
                                "the box is out of service: " + reason);
                default -> {
                    // Nothing leaves with it.
                }
            }
        }
        return answer;
    }

    private void released(long counter, Bytes record, RequestKey key, Bytes reply) {
        var serial = SignedRecord.body(MeterRecord.class, record).orThrow().serial();
        ledger.released(serial, counter, Optional.of(record), key, reply);
    }

    Optional<StoredStep> find(SerialNumber serial, RequestKey place) {
        if (!(box.ask(new MeterBoxRequest.Find(serial, place))
                instanceof MeterBoxAnswer.Found(long counter, var key, var reply))) {
            return Optional.empty();
        }
        ledger.released(serial, counter, Optional.empty(), key, reply);
        var time = MeterReply.decode(reply).orThrow().receipt().receipt().time();
        return Optional.of(new StoredStep(counter, key, reply, time));
    }
}
