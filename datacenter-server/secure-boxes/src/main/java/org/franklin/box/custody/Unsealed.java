package org.franklin.box.custody;

import org.franklin.box.key.SecretBytes;

/// What came of opening a seal. Whatever it was, nothing on disk or on a token has changed.
public sealed interface Unsealed {

    /// The seal key, 32 bytes, which is the caller's to wipe.
    record Open(SecretBytes sealKey) implements Unsealed {}

    record Refused(NotOpened why) implements Unsealed {}
}
