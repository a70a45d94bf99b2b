package org.franklin.box.suite;

import org.franklin.box.key.KeyBlock;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.WrappedKey;

import java.util.Optional;

/// Wraps meters' token keys for the database's keeping, bound to their key blocks.
public interface TokenKeyWrap {

    WrappedKey wrap(SecretBytes secret, KeyBlock block);

    /// The key, or nothing where the wrapped bytes were changed or belong to another block.
    Optional<SecretBytes> unwrap(WrappedKey wrapped, KeyBlock block);
}
