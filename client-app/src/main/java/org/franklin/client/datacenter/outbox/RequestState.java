package org.franklin.client.datacenter.outbox;

/// Where a stored request stands. It moves forward only; a refused one can still turn out charged,
/// if the data center proves that it executed what it had refused.
public enum RequestState {
    /// Stored and never sent.
    RESERVED,
    /// Sent at least once, without an outcome.
    SENT,
    CHARGED,
    /// Its number was given up, and the meter confirmed it.
    VOIDED,
    /// Certainly not charged; its number is open for another request.
    REFUSED
}
