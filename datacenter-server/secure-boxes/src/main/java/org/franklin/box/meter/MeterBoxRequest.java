package org.franklin.box.meter;

import org.franklin.box.ceremony.CeremonyRequest;
import org.franklin.box.ceremony.Statement;
import org.franklin.box.statement.Birth;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;

/// What the meter box can be asked. `record` is the signed record, canonical bytes, as the database
/// keeps it.
public sealed interface MeterBoxRequest {

    /// Opens the account of a new meter.
    record Admit(Birth birth) implements MeterBoxRequest {}

    /// Takes a step from the record to its successor. `confirmation` answers an earlier
    /// [org.franklin.box.StepAnswer.Stale], else 0.
    record Step(Bytes record, long confirmation, MeterStep step) implements MeterBoxRequest {}

    /// Shows the record as [Step] does, and asks for nothing.
    record Show(Bytes record, long confirmation) implements MeterBoxRequest {}

    /// Asks the archived journal for the reply to an earlier request.
    record Find(SerialNumber serial, RequestKey request) implements MeterBoxRequest {}

    /// Checks the bytes of a symbol with the meter's own key.
    record Verify(Bytes record, Bytes indicium) implements MeterBoxRequest {}

    /// Checks the signature of a receipt, which states a step that this box took.
    record VerifyReceipt(SignedReceipt receipt) implements MeterBoxRequest {}

    /// Says how a stored record stands to what the box remembers; changes nothing.
    record Look(Bytes record) implements MeterBoxRequest {}

    /// The box's audit chain, from the entry with this number on, at most 1,000 entries.
    record Events(long from) implements MeterBoxRequest {}

    /// About ceremonies; answered also while the box is stopped.
    record Ceremony(CeremonyRequest request) implements MeterBoxRequest {}

    /// The Post's token keys of the meters from this place on, sealed to the verifier whom the
    /// statement names: only after that ceremony was performed, and before any other.
    record TokenKeys(Statement statement, int from) implements MeterBoxRequest {}
}
