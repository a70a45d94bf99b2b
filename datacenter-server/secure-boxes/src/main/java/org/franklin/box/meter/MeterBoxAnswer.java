package org.franklin.box.meter;

import org.franklin.box.BoxEvent;
import org.franklin.box.Standing;
import org.franklin.box.StepAnswer;
import org.franklin.box.ceremony.CeremonyAnswer;
import org.franklin.box.statement.BoxSigned;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;

import java.util.List;

/// What the meter box answers.
public sealed interface MeterBoxAnswer {

    /// To [MeterBoxRequest.Admit] and [MeterBoxRequest.Step].
    record Stepped(StepAnswer answer) implements MeterBoxAnswer {}

    /// To [MeterBoxRequest.Find]: the canonical reply, and the step that gave it.
    record Found(long counter, RequestKey request, Bytes reply) implements MeterBoxAnswer {}

    record NotFound() implements MeterBoxAnswer {}

    /// To [MeterBoxRequest.Verify] and [MeterBoxRequest.VerifyReceipt].
    record Verified(boolean genuine, String sentence) implements MeterBoxAnswer {}

    /// To [MeterBoxRequest.Look].
    record Looked(Standing standing, long counter) implements MeterBoxAnswer {}

    record Events(List<BoxEvent> events) implements MeterBoxAnswer {}

    /// To a Find: the reply was given, and the box cannot read it back.
    record Unreadable() implements MeterBoxAnswer {}

    record Ceremonial(CeremonyAnswer answer) implements MeterBoxAnswer {}

    /// To [MeterBoxRequest.TokenKeys]: a [org.franklin.box.verifier.TokenKeyPage] that this box has
    /// signed. `next` is where the next one begins, or -1 after the last.
    record TokenKeys(BoxSigned page, int next) implements MeterBoxAnswer {}
}
