package org.franklin.datacenter.function.ceremony;

import org.franklin.box.BoxPort;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.ceremony.CeremonyAnswer;
import org.franklin.box.ceremony.CeremonyAnswer.Refused;
import org.franklin.box.ceremony.CeremonyRefusal;
import org.franklin.box.ceremony.CeremonyRequest;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;

/// The one thing that the boxes with a memory are asked alike.
interface CeremonyDoor {

    CeremonyAnswer ask(CeremonyRequest request);

    static CeremonyDoor of(BoxPort<MeterBoxRequest, MeterBoxAnswer> box) {
        return request ->
                switch (box.call(new MeterBoxRequest.Ceremony(request))) {
                    case MeterBoxAnswer.Ceremonial(var answer) -> answer;
                    case MeterBoxAnswer.Stepped(OutOfService(var reason)) -> out(reason);
                    case MeterBoxAnswer unfit -> throw otherAnswer(unfit);
                };
    }

    static CeremonyDoor ofAccounts(BoxPort<TransactionBoxRequest, TransactionBoxAnswer> box) {
        return request ->
                switch (box.call(new TransactionBoxRequest.Ceremony(request))) {
                    case TransactionBoxAnswer.Ceremonial(var answer) -> answer;
                    case TransactionBoxAnswer.Stepped(OutOfService(var reason)) -> out(reason);
                    case TransactionBoxAnswer unfit -> throw otherAnswer(unfit);
                };
    }

    default CeremonyAnswer.Described describe() {
        return switch (ask(new CeremonyRequest.Describe())) {
            case CeremonyAnswer.Described described -> described;
            case CeremonyAnswer unfit -> throw otherAnswer(unfit);
        };
    }

    private static CeremonyAnswer out(String reason) {
        return new Refused(new CeremonyRefusal.OutOfService(reason));
    }

    static IllegalStateException otherAnswer(Object unfit) {
        return new IllegalStateException(
                "a box answered another question: " + unfit.getClass().getSimpleName());
    }
}
