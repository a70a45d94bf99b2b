package org.franklin.client.address;

import org.franklin.model.mail.Address;

/// What can be made of an address as far as it is written.
public sealed interface Reading {

    record Complete(Address address) implements Reading {}

    /// `where` is the line that the gap is about, empty if it is about none.
    record Lacking(Gap gap, String where) implements Reading {}
}
