package org.franklin.client.datacenter.outcome;

import org.franklin.model.indicium.VerificationKeys;

import java.time.Instant;

/// The Post's public keys as they are kept on this computer, and when they came last.
public record KeptKeys(VerificationKeys keys, Instant time) {}
