package org.franklin.client.history.proof;

import org.franklin.client.datacenter.outcome.KeptKeys;

import java.util.Optional;

/// What proving asks for. Calls block; run them in the background.
public interface Desk {

    /// The Post's keys, for verifying without a network.
    Optional<KeptKeys> keptKeys();
}
