package org.franklin.box.key;

import org.franklin.model.canonical.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A key's check value, by which people at a ceremony see that two boxes hold the same key: the
/// first three bytes of an HMAC-SHA-256 under it. It names the key and does not tell it.
public final class KeyCheck {

    private static final int LENGTH = 3;
    private static final Bytes TEXT =
            Bytes.of("franklin/v1 key check".getBytes(StandardCharsets.US_ASCII));

    private KeyCheck() {}

    /// Six hex digits, as `A1B2C3`.
    public static String of(SecretBytes key) {
        return RecordMac.hmac(key, TEXT).slice(0, LENGTH).hex().toUpperCase(Locale.ROOT);
    }
}
