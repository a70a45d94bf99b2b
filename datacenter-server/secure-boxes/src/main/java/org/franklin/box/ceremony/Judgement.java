package org.franklin.box.ceremony;

/// Whether a ceremony may be performed.
public sealed interface Judgement {

    record Allowed() implements Judgement {}

    record Refused(CeremonyRefusal refusal) implements Judgement {}
}
