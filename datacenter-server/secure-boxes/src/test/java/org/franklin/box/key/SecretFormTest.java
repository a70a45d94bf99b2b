package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

/// Secrets in the canonical form.
class SecretFormTest {

    private record Open(Bytes name, Bytes content) {}

    private record Closed(Bytes name, SecretBytes content) {}

    private static SecretBytes secret(String hex) {
        return SecretBytes.take(Bytes.ofHex(hex).toArray());
    }

    /// Behind the version and the type's name.
    private static Bytes tail(byte[] canonical) {
        return Bytes.of(Arrays.copyOfRange(canonical, 2 + canonical[1], canonical.length));
    }

    @Test
    void aSecretHasTheFormOfItsBytes() {
        var name = Bytes.ofHex("0102");
        byte[] open = Canonical.encode(Open.class, new Open(name, Bytes.ofHex("aabbcc")));
        var closed = new Closed(name, secret("aabbcc"));
        byte[] form = Canonical.encode(Closed.class, closed);
        assertEquals(tail(open), tail(form));
        assertEquals(new Decoded.Valid<>(closed), Canonical.decode(Closed.class, form));
    }

    @Test
    void aLongSecretIsWrittenAndReadWhole() {
        var closed = new Closed(Bytes.of(new byte[700]), secret("5a".repeat(3000)));
        byte[] form = Canonical.encode(Closed.class, closed);
        assertEquals(new Decoded.Valid<>(closed), Canonical.decode(Closed.class, form));
        form[form.length - 1] ^= 1;
        assertNotEquals(new Decoded.Valid<>(closed), Canonical.decode(Closed.class, form));
    }

    @Test
    void anEmptySecretIsRefused() {
        byte[] open = Canonical.encode(Open.class, new Open(Bytes.EMPTY, Bytes.EMPTY));
        byte[] form = Canonical.encode(Closed.class, new Closed(Bytes.EMPTY, secret("00")));
        var header = Bytes.of(form).slice(0, 2 + form[1]);
        assertInstanceOf(
                Decoded.Malformed.class, Canonical.decode(Closed.class, header.plus(tail(open))));
    }
}
