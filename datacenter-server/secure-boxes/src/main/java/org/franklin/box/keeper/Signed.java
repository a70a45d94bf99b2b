package org.franklin.box.keeper;

import org.franklin.model.canonical.Bytes;

/// One keeper's word for a statement: 64 bytes r‖s over the statement's canonical bytes, and who
/// gave it.
public record Signed(String keeper, Bytes signature) {}
