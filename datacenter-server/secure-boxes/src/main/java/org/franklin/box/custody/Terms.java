package org.franklin.box.custody;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.passphrase.Argon2id;
import org.franklin.model.canonical.Bytes;

import java.util.List;

/// How a seal key is kept, and so what opens it. Nothing in here is secret.
public sealed interface Terms {

    /// Plainly in the custody file: whoever can read it opens the boxes.
    record InFile() implements Terms {}

    /// Under AES-256-GCM with a key from Argon2id of a passphrase.
    record ByPassphrase(Argon2Cost cost, Bytes salt) implements Terms {

        /// What a new passphrase is hashed with: 64 MiB and 3 passes, RFC 9106's second choice but
        /// for its lanes.
        static final Argon2Cost COST = Argon2Cost.STANDARD;

        public ByPassphrase {
            if (salt.length() != Argon2id.SALT_LENGTH) {
                throw new IllegalArgumentException("a salt has 16 bytes");
            }
        }
    }

    /// Under AES-256-GCM with a key from a secret that custodians share, so that any `needed` of
    /// them open it, and fewer know nothing of it. `marks` tells the share of each custodian, in
    /// their order, from any other, and nothing else of it.
    record ByShares(int needed, List<Bytes> marks) implements Terms {

        /// So that nobody opens the boxes alone.
        public static final int FEWEST_NEEDED = 2;

        public static final int MOST_CUSTODIANS = 16;

        public ByShares {
            marks = List.copyOf(marks);
            if (!fit(needed, marks.size())) {
                throw new IllegalArgumentException(needed + " of " + marks.size() + " custodians");
            }
        }

        public int custodians() {
            return marks.size();
        }

        /// Whether so many may be needed of so many.
        public static boolean fit(int needed, int custodians) {
            return needed >= FEWEST_NEEDED && needed <= custodians && custodians <= MOST_CUSTODIANS;
        }
    }

    /// Under AES-256-GCM with a key that never leaves a PKCS#11 token: the token of this label,
    /// reached through this library; `key` is the key's label.
    record OnToken(String library, String label, String key) implements Terms {}
}
