package org.franklin.box.record;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;

/// A record's canonical bytes and the MAC of the box that last wrote it: HMAC-SHA-256, 32 bytes, or
/// in the suite of 1998 ISO 9797-1's algorithm 3, 8 bytes.
///
/// What is read through [#body] is only what the database says, until the box has checked the MAC.
public record SignedRecord(Bytes record, Bytes mac) {

    /// Reads the record without a check, to show it or to find its counter.
    public static <R extends Record> Decoded<R> body(Class<R> type, Bytes signed) {
        return Canonical.decode(SignedRecord.class, signed)
                .then(outer -> Canonical.decode(type, outer.record()));
    }
}
