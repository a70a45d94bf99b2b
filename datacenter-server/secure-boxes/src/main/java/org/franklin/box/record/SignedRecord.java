package org.franklin.box.record;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;

/// A record's canonical bytes and the HMAC-SHA-256, 32 bytes, of the box that last wrote it.
///
/// What is read through [#body] is only what the database says, until the box has checked the MAC.
public record SignedRecord(Bytes record, Bytes mac) {

    /// Reads the record without a check, to show it or to find its counter.
    public static <R extends Record> Decoded<R> body(Class<R> type, Bytes signed) {
        return Canonical.decode(SignedRecord.class, signed)
                .then(outer -> Canonical.decode(type, outer.record()));
    }
}
