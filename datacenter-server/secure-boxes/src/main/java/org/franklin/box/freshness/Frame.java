package org.franklin.box.freshness;

import org.franklin.model.canonical.Bytes;

import java.util.List;

/// What one write to the journal holds, all of it or nothing. `previous` is the MAC of the frame
/// before, 32 bytes, so that no frame can be taken out or put in.
record Frame(long number, Bytes previous, List<Entry> entries) {
    Frame {
        entries = List.copyOf(entries);
    }
}
