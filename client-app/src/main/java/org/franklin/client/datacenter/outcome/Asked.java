package org.franklin.client.datacenter.outcome;

/// What came of asking for something that moves no money.
public sealed interface Asked<T> {

    record Given<T>(T value) implements Asked<T> {}

    record NotGiven<T>(Refusal why) implements Asked<T> {}
}
