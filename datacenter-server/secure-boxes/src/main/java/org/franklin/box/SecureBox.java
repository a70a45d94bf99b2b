package org.franklin.box;

import org.franklin.model.canonical.Bytes;

/// The wall of a box: canonical bytes go in, canonical bytes come out, nothing else crosses.
///
/// A box in this process and a box behind a socket look the same from outside. A box in this
/// process protects against the administrators of the database, not against code beside it.
public interface SecureBox extends AutoCloseable {

    /// Longer requests are refused unread: a batch of 1,000 pieces stays below this, in bytes.
    int LONGEST = 512 * 1024;

    /// The box's answer. Throws [BoxUnreachable] where a box in another process gave none.
    Bytes call(Bytes request);

    /// Lets the calls that are under way end, and wipes the keys of a box that holds any. Later
    /// calls are answered that it is out of service.
    @Override
    default void close() {}
}
