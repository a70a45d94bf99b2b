package org.franklin.box.statement;

import org.franklin.model.canonical.Bytes;

/// A statement of one box to another, carried by strangers: canonical bytes and the box's ECDSA
/// P-256 signature over them, 64 bytes r‖s. The canonical form names the type, so a statement of
/// one kind cannot pass for another.
public record BoxSigned(Bytes statement, Bytes signature) {}
