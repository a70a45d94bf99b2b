package org.franklin.box;

import org.franklin.model.canonical.Hash;

import java.time.Instant;

/// One entry of a box's own audit chain, which no administrator of the database can reach.
///
/// `number` counts from 1; `previous` is the hash of the entry before. `subject` names the record
/// (`meter 1042`, `account …`, or `box`).
public record BoxEvent(
        long number, Hash previous, Instant time, Kind kind, String subject, String detail) {

    public enum Kind {
        /// A record was given again to a database that lacked it.
        REDO,
        /// An old record was shown; perhaps by a slow reader.
        STALE,
        SEQUENCE_GAP,
        BAD_SIGNATURE,
        TAMPERED_MAC,
        TAMPERED_ROLLBACK,
        FORKED,
        BOX_BEHIND,
        LATCHED,
        DISK_FAULT,
        /// A request or statement is not in its form, or is about something else.
        MALFORMED,
        NOT_ENROLLED,
        CONFLICT,
        /// Somebody signed up with the number of another mailer's meter.
        NOT_THE_OWNER,
        /// An old record was shown again and again, and never under the lock.
        UNCONFIRMED,
        /// The last step was given again too often for crashes.
        OFTEN_BEHIND,
        /// Two keepers cleared a latch, of a record or of the box.
        UNLATCHED,
        /// Two keepers cleared latches after the database was put right from the box.
        HEALED,
        /// Two keepers let a box go on that had fallen behind.
        REPROVISIONED,
        /// A ceremony was asked for and refused. No statement names such an entry as the chain's
        /// end, or whoever is refused could undo another's honest request.
        CEREMONY_REFUSED,
        /// Two keepers had the Post's token keys sealed to a verifier.
        TOKEN_KEYS_EXPORTED
    }
}
