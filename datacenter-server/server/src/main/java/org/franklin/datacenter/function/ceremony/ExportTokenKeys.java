package org.franklin.datacenter.function.ceremony;

import org.franklin.box.BoxPort;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.ceremony.CeremonyAnswer;
import org.franklin.box.ceremony.CeremonyRefusal;
import org.franklin.box.ceremony.Statement;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.model.wire.published.TokenKeyFile;

import java.util.ArrayList;

/// Fetches from the meter box what it has sealed to the verifier of a ceremony, page by page.
final class ExportTokenKeys {

    sealed interface Result {

        record Exported(TokenKeyFile file) implements Result {}

        record Refused(CeremonyRefusal refusal) implements Result {}
    }

    private final BoxPort<MeterBoxRequest, MeterBoxAnswer> meter;

    ExportTokenKeys(BoxPort<MeterBoxRequest, MeterBoxAnswer> meter) {
        this.meter = meter;
    }

    /// All pages, after the box has held the ceremony.
    Result export(Statement statement) {
        var pages = new ArrayList<TokenKeyFile.Page>();
        int from = 0;
        while (from >= 0) {
            switch (meter.call(new MeterBoxRequest.TokenKeys(statement, from))) {
                case MeterBoxAnswer.TokenKeys(var page, int next) -> {
                    pages.add(new TokenKeyFile.Page(page.statement(), page.signature()));
                    from = next;
                }
                case MeterBoxAnswer.Ceremonial(CeremonyAnswer.Refused(var refusal)) -> {
                    return new Result.Refused(refusal);
                }
                case MeterBoxAnswer.Stepped(OutOfService(var reason)) -> {
                    return new Result.Refused(new CeremonyRefusal.OutOfService(reason));
                }
                case MeterBoxAnswer unfit -> throw CeremonyDoor.otherAnswer(unfit);
            }
        }
        return new Result.Exported(new TokenKeyFile(pages));
    }
}
