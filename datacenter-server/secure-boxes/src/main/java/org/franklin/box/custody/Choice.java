package org.franklin.box.custody;

import org.franklin.box.key.SecretBytes;
import org.franklin.box.passphrase.Argon2Cost;

/// How a seal key is to be kept from now on. Secrets stay the caller's to wipe, by closing it.
public sealed interface Choice extends AutoCloseable {

    record InFile() implements Choice {}

    /// The passphrase in UTF-8, as it was typed.
    record ByPassphrase(SecretBytes passphrase, Argon2Cost cost) implements Choice {

        public ByPassphrase(SecretBytes passphrase) {
            this(passphrase, Terms.ByPassphrase.COST);
        }
    }

    record ByShares(int needed, int custodians) implements Choice {
        public ByShares {
            if (!Terms.ByShares.fit(needed, custodians)) {
                throw new IllegalArgumentException(needed + " of " + custodians + " custodians");
            }
        }
    }

    /// A new key is made on the token, whose user PIN, in UTF-8, this is.
    record OnToken(String library, String label, SecretBytes pin) implements Choice {}

    @Override
    default void close() {
        switch (this) {
            case InFile _, ByShares _ -> {}
            case ByPassphrase(var passphrase, _) -> passphrase.close();
            case OnToken(_, _, var pin) -> pin.close();
        }
    }
}
