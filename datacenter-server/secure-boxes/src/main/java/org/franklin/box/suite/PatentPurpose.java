package org.franklin.box.suite;

/// What a derived triple-DES key is for. The names are part of every derivation and never change,
/// so that one set of master keys may serve for records and for token keys too.
enum PatentPurpose {
    /// Meter and account records.
    RECORD_MAC,
    /// Token keys in the database's keeping: their encryption.
    TOKEN_KEY_WRAP,
    /// The same keys: the MAC over their key block and ciphertext.
    TOKEN_KEY_BLOCK,
    /// One party's token key of one meter, from that party's domain key.
    PARTY_TOKEN_KEY,
    /// From that, the key of one month's tokens.
    MONTHLY_TOKEN_KEY
}
