package org.franklin.box.keeper;

import org.franklin.model.canonical.Bytes;

/// A person who may ask for a ceremony or approve one: a name as people call her, and her P-256
/// public key, X.509 SubjectPublicKeyInfo.
public record Keeper(String name, Bytes publicKey) {}
