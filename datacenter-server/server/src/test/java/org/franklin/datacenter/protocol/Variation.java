package org.franklin.datacenter.protocol;

/// The protocol as it is, and each of its rules taken away (protocol 2.11).
enum Variation {
    NONE,
    /// The box knows one record only: equal, or tampered with.
    ONE_SLOT,
    /// An old record rings at once, without a second look.
    NO_CONFIRM,
    /// A request may take any number that is free.
    NO_SEQUENCE,
    /// The box writes what it decided, whoever wrote meanwhile.
    NO_SWAP
}
