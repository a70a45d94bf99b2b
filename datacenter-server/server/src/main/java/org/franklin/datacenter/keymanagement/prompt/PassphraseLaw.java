package org.franklin.datacenter.keymanagement.prompt;

import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.prompt.SecretFile.Read;

/// What a new passphrase must be.
final class PassphraseLaw {

    /// The shortest passphrase, in characters: what NIST SP 800-63B asks of one that stands alone.
    private static final int SHORTEST = 15;

    private PassphraseLaw() {}

    /// The same, or why it is refused; a refused one is wiped.
    static Read longEnough(Read read) {
        if (!(read instanceof Read.Secret(var passphrase)) || length(passphrase) >= SHORTEST) {
            return read;
        }
        passphrase.close();
        return new Read.None(
                "A passphrase has at least "
                        + SHORTEST
                        + " characters: some words that do not belong together are good.");
    }

    /// Of UTF-8, in characters.
    private static int length(SecretBytes passphrase) {
        return passphrase.use(typed -> {
            int characters = 0;
            for (byte each : typed) {
                characters += (each & 0xC0) == 0x80 ? 0 : 1;
            }
            return characters;
        });
    }
}
