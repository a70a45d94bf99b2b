package org.franklin.box.ceremony;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What two keepers sign. `box` names the box, `subject` the record that it is about (`meter
/// 1042`), [#ALL] records, the [#BOX] itself, or a
/// [verifier][org.franklin.box.verifier.Verifier#subject]. `head` is the hash of the last entry of
/// the box's audit chain that is no refused ceremony: each one that is held adds one, so no
/// statement is good twice.
public record Statement(
        Kind kind,
        Bytes cluster,
        String box,
        String subject,
        String reason,
        Hash head,
        Instant time) {

    public static final String ALL = "all";
    public static final String BOX = "box";

    /// In characters.
    static final int LONGEST_REASON = 200;

    public enum Kind {
        /// Clears the latch of one record; the box goes on from its own last one.
        UNLATCH,
        /// Clears the latch of the box.
        UNLATCH_BOX,
        /// Clears the latch of one record, or of all, after the database was put right.
        HEAL,
        /// Lets a box go on that has fallen behind, with every counter one step further.
        REPROVISION,
        /// Seals the Post's token keys of all meters to the verifier that the subject names.
        EXPORT_TOKEN_KEYS
    }

    public Statement {
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }
}
