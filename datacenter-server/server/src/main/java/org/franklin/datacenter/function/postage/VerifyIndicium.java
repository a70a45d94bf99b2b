package org.franklin.datacenter.function.postage;

import org.franklin.box.BoxPort;
import org.franklin.box.BoxUnreachable;
import org.franklin.box.StepAnswer;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.records.OtherAnswer;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Verification.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the meter box, with the meter's own key, whether a symbol is one of its indicia.
public final class VerifyIndicium {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyIndicium.class);

    /// What the meter box says.
    public sealed interface Result {

        record Verified(Verdict verdict) implements Result {}

        /// A box or the database is out of service.
        record Unavailable() implements Result {}
    }

    private final BoxPort<MeterBoxRequest, MeterBoxAnswer> box;
    private final Meters meters;

    public VerifyIndicium(BoxPort<MeterBoxRequest, MeterBoxAnswer> box, Meters meters) {
        this.box = box;
        this.meters = meters;
    }

    public Result verify(Bytes indicium) {
        return switch (IndiciumForm.decode(indicium)) {
            case Malformed<SignedIndicium>(var reason) ->
                    verdict(false, "Not an indicium of Franklin: " + reason + ".");
            case Valid<SignedIndicium>(var claimed) ->
                    verify(claimed.indicium().serial(), indicium);
        };
    }

    /// The record is repaired first: one that lags behind does not know the meter's latest pieces.
    private Result verify(SerialNumber serial, Bytes indicium) {
        try {
            meters.steps().repair(serial);
            return meters.steps()
                    .current(serial)
                    .map(record -> ask(record, indicium))
                    .orElseGet(() -> verdict(false, "No meter has this serial number."));
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError().setCause(e).log("no verification without boxes and database");
            return new Result.Unavailable();
        }
    }

    private Result ask(Bytes record, Bytes indicium) {
        return switch (box.call(new MeterBoxRequest.Verify(record, indicium))) {
            case MeterBoxAnswer.Verified(boolean genuine, var sentence) ->
                    verdict(genuine, sentence);
            case MeterBoxAnswer.Stepped(StepAnswer.OutOfService _) -> new Result.Unavailable();
            case MeterBoxAnswer.Stepped _,
                    MeterBoxAnswer.Found _,
                    MeterBoxAnswer.NotFound _,
                    MeterBoxAnswer.Unreadable _,
                    MeterBoxAnswer.Ceremonial _,
                    MeterBoxAnswer.TokenKeys _,
                    MeterBoxAnswer.Looked _,
                    MeterBoxAnswer.Events _ ->
                    throw new OtherAnswer("meter box");
        };
    }

    private static Result verdict(boolean genuine, String sentence) {
        return new Result.Verified(new Verdict(genuine, sentence));
    }
}
