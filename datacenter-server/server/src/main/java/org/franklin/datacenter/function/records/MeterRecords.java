package org.franklin.datacenter.function.records;

import org.franklin.box.BoxPort;
import org.franklin.box.Standing;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxAnswer.Ceremonial;
import org.franklin.box.meter.MeterBoxAnswer.Events;
import org.franklin.box.meter.MeterBoxAnswer.Found;
import org.franklin.box.meter.MeterBoxAnswer.Looked;
import org.franklin.box.meter.MeterBoxAnswer.NotFound;
import org.franklin.box.meter.MeterBoxAnswer.Stepped;
import org.franklin.box.meter.MeterBoxAnswer.TokenKeys;
import org.franklin.box.meter.MeterBoxAnswer.Unreadable;
import org.franklin.box.meter.MeterBoxAnswer.Verified;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;

/// Meter records, whose box is the meter box (44).
public final class MeterRecords implements RecordBox<SerialNumber, MeterStep> {

    private final BoxPort<MeterBoxRequest, MeterBoxAnswer> box;

    public MeterRecords(BoxPort<MeterBoxRequest, MeterBoxAnswer> box) {
        this.box = box;
    }

    @Override
    public StepAnswer step(Bytes record, long confirmation, MeterStep step) {
        return stepped(new MeterBoxRequest.Step(record, confirmation, step));
    }

    @Override
    public StepAnswer show(Bytes record, long confirmation) {
        return stepped(new MeterBoxRequest.Show(record, confirmation));
    }

    private StepAnswer stepped(MeterBoxRequest request) {
        return switch (box.call(request)) {
            case Stepped(var answer) -> answer;
            case Found _,
                    NotFound _,
                    Unreadable _,
                    Verified _,
                    Looked _,
                    Events _,
                    Ceremonial _,
                    TokenKeys _ ->
                    throw otherAnswer();
        };
    }

    @Override
    public boolean isOf(SerialNumber serial, Bytes record) {
        return switch (SignedRecord.body(MeterRecord.class, record)) {
            case Valid<MeterRecord>(var claimed) -> claimed.serial().equals(serial);
            case Malformed<MeterRecord> _ -> false;
        };
    }

    @Override
    public Standing look(Bytes record) {
        return switch (box.call(new MeterBoxRequest.Look(record))) {
            case Looked(var standing, _) -> standing;
            // A stopped box has wiped the keys that it would know a record by.
            case Stepped(OutOfService _) -> Standing.UNKNOWN;
            case Stepped _,
                    Found _,
                    NotFound _,
                    Unreadable _,
                    Verified _,
                    Events _,
                    Ceremonial _,
                    TokenKeys _ ->
                    throw otherAnswer();
        };
    }

    @Override
    public Archived find(SerialNumber serial, RequestKey request) {
        return switch (box.call(new MeterBoxRequest.Find(serial, request))) {
            case Found(var counter, var key, var reply) ->
                    new Archived.Step(
                            new StoredStep(
                                    counter,
                                    key,
                                    reply,
                                    MeterReply.decode(reply).orThrow().receipt().receipt().time()));
            case NotFound _ -> new Archived.Nothing();
            case Unreadable _ -> new Archived.Unreadable();
            case Stepped(OutOfService _) -> new Archived.Unreadable();
            case Stepped _, Verified _, Looked _, Events _, Ceremonial _, TokenKeys _ ->
                    throw otherAnswer();
        };
    }

    @Override
    public String subject(SerialNumber serial) {
        return MeterRecord.subject(serial);
    }

    private static IllegalStateException otherAnswer() {
        return new OtherAnswer("meter box");
    }
}
