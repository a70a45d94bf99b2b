package org.franklin.datacenter.function.signon;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.Link;
import org.franklin.datacenter.function.records.OtherAnswer;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.util.List;
import java.util.Optional;

/// Has a meter made by the steel box and admitted by the meter box. Nothing is stored here.
final class MeterMaking {

    /// What came of it.
    sealed interface Made {

        /// The meter's certificate, and the links of its chain in their order.
        record Meter(Bytes certificate, List<Link> links) implements Made {
            public Meter {
                links = List.copyOf(links);
            }
        }

        /// The meter box has a meter of this number already: draw another one.
        record NumberTaken() implements Made {}

        record Unavailable() implements Made {}
    }

    private final Boxes boxes;

    MeterMaking(Boxes boxes) {
        this.boxes = boxes;
    }

    /// With a grant, its device joins at once.
    Made make(SerialNumber serial, Optional<BoxSigned> grant) {
        return switch (boxes.steel().call(new SteelBoxRequest.Make(serial))) {
            case SteelBoxAnswer.Made(var birth) -> admit(birth, grant);
            case SteelBoxAnswer.OutOfService _ -> new Made.Unavailable();
            case SteelBoxAnswer.Certified _, SteelBoxAnswer.Attested _ ->
                    throw new OtherAnswer("steel box");
        };
    }

    private Made admit(Birth birth, Optional<BoxSigned> grant) {
        return switch (step(new MeterBoxRequest.Admit(birth))) {
            case Stage.Reached(var admitted) ->
                    grant.map(signed -> enrol(birth, admitted, signed))
                            .orElseGet(
                                    () -> new Made.Meter(birth.certificate(), List.of(admitted)));
            case Stage.Failed(var made) -> made;
        };
    }

    private Made enrol(Birth birth, Link admitted, BoxSigned grant) {
        var step =
                new MeterBoxRequest.Step(admitted.record().record(), 0, new MeterStep.Enrol(grant));
        return switch (step(step)) {
            case Stage.Reached(var enrolled) ->
                    new Made.Meter(birth.certificate(), List.of(admitted, enrolled));
            case Stage.Failed(var made) -> made;
        };
    }

    private sealed interface Stage {

        record Reached(Link link) implements Stage {}

        record Failed(Made made) implements Stage {}
    }

    private Stage step(MeterBoxRequest request) {
        return switch (boxes.meter().call(request)) {
            case MeterBoxAnswer.Stepped(Done done) -> new Stage.Reached(Link.of(done));
            case MeterBoxAnswer.Stepped(Refused(Refusal.AlreadyThere _)) ->
                    new Stage.Failed(new Made.NumberTaken());
            case MeterBoxAnswer.Stepped(OutOfService _) -> new Stage.Failed(new Made.Unavailable());
            case MeterBoxAnswer unfit ->
                    throw new IllegalStateException("no answer for a new meter: " + unfit);
        };
    }
}
