package org.franklin.box.key;

/// What a derived key is for: one key, one purpose. The names are part of every derivation and
/// never change.
public enum KeyPurpose {
    /// Meter and account records.
    RECORD_MAC,
    /// Token keys on their way to, and in the keeping of, the meter box.
    TOKEN_KEY_WRAP,
    /// Frames of a box's freshness journal.
    JOURNAL_MAC,
    /// A box's audit chain.
    EVENT_MAC,
    MAILER_MAC,
    PASSWORD_PEPPER,
    /// The files that boxes are started from.
    SEED_SEAL,
    /// The seal key itself, in custody.
    SEAL_WRAP,
    /// What tells the right seal key, or a custodian's right share, from any other.
    SEAL_CHECK,
    /// A meter's private key, from the vendor's and the Post's domain keys together.
    METER_KEY,
    /// A meter's manufacturing number, likewise.
    MANUFACTURING_NUMBER,
    /// What a box wrote down of its memory, to start from it.
    SNAPSHOT_MAC,
    /// What one box tells another, under the key that the two share.
    BOX_MESSAGE,
    /// What mailers are authenticated by, in the mailer database.
    MAILER_SEAL,
    /// A keeper's private key, in her file.
    KEEPER_WRAP
}
