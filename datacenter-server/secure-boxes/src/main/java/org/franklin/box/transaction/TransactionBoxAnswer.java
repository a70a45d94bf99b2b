package org.franklin.box.transaction;

import org.franklin.box.BoxEvent;
import org.franklin.box.Standing;
import org.franklin.box.StepAnswer;
import org.franklin.box.ceremony.CeremonyAnswer;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;

import java.util.List;

/// What the transaction box answers; replies are canonical [AccountReply] bytes.
public sealed interface TransactionBoxAnswer {

    record Stepped(StepAnswer answer) implements TransactionBoxAnswer {}

    record Found(long counter, RequestKey request, Bytes reply) implements TransactionBoxAnswer {}

    record NotFound() implements TransactionBoxAnswer {}

    record Looked(Standing standing, long counter) implements TransactionBoxAnswer {}

    record Events(List<BoxEvent> events) implements TransactionBoxAnswer {}

    /// To a Find: the reply was given, and the box cannot read it back.
    record Unreadable() implements TransactionBoxAnswer {}

    record Ceremonial(CeremonyAnswer answer) implements TransactionBoxAnswer {}
}
