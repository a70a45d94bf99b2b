package org.franklin.client.datacenter.outcome;

/// What came of signing up, signing on or enrolling this computer.
public sealed interface SigningOn {

    record Done(Session session) implements SigningOn {}

    record NotDone(Refusal why) implements SigningOn {}
}
