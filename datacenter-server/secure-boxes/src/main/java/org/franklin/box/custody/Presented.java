package org.franklin.box.custody;

import org.franklin.box.key.SecretBytes;

import java.util.List;

/// What is presented to open a seal. Secrets stay the caller's to wipe, by closing it.
public sealed interface Presented extends AutoCloseable {

    record Nothing() implements Presented {}

    /// In UTF-8, as it was typed.
    record Passphrase(SecretBytes passphrase) implements Presented {}

    record Shares(List<Share> shares) implements Presented {
        public Shares {
            shares = List.copyOf(shares);
        }
    }

    /// A token's user PIN, in UTF-8.
    record Pin(SecretBytes pin) implements Presented {}

    @Override
    default void close() {
        switch (this) {
            case Nothing _ -> {}
            case Passphrase(var passphrase) -> passphrase.close();
            case Shares(var shares) -> shares.forEach(Share::close);
            case Pin(var pin) -> pin.close();
        }
    }
}
