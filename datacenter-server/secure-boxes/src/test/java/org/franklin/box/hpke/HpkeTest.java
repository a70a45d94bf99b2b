package org.franklin.box.hpke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.franklin.box.Damage;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

class HpkeTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Bytes INFO = Bytes.of("an info".getBytes(US_ASCII));
    private static final Bytes BOUND = Bytes.of("meter 1042".getBytes(US_ASCII));
    private static final Bytes PLAIN = Bytes.ofHex("000102030405060708090a0b0c0d0e0f");

    private final SecretBytes scalar = P256.generate(RANDOM);
    private final Bytes publicKey = P256.publicKey(scalar);
    private final HpkeRecipient recipient = new HpkeRecipient(scalar.copy());

    private Bytes seal(Bytes plain) {
        return Hpke.seal(publicKey, INFO.toArray(), BOUND.toArray(), secret(plain), RANDOM);
    }

    private Optional<SecretBytes> open(Bytes sealed) {
        return recipient.open(INFO.toArray(), BOUND.toArray(), sealed);
    }

    private static SecretBytes secret(Bytes bytes) {
        return SecretBytes.take(bytes.toArray());
    }

    /// From the CFRG's file of test vectors, out of which RFC 9180 prints a part: mode 0, KEM 16,
    /// KDF 1, AEAD 2, sequence number 0.
    @Test
    void sealsAndOpensAsTheReferenceDoes() {
        var own = secret(hex("317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2"));
        var drawn = secret(hex("90345e3a1d116c1dd39ae76d95ab858c142223a63e44f8f85318cfa91a84858e"));
        byte[] info = "Ode on a Grecian Urn".getBytes(US_ASCII);
        byte[] associated = "Count-0".getBytes(US_ASCII);
        var plain = secret(Bytes.of("Beauty is truth, truth beauty".getBytes(US_ASCII)));
        var expected =
                hex(
                        "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e"
                                + "0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0"
                                + "58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d2917424"
                                + "65e902cd216f8908da49f8f96f");

        assertEquals(expected, Hpke.seal(P256.publicKey(own), info, associated, plain, drawn));
        assertEquals(Optional.of(plain), new HpkeRecipient(own).open(info, associated, expected));
    }

    private static Bytes hex(String digits) {
        return Bytes.ofHex(digits);
    }

    @Test
    void agreesWithASecondImplementationBothWays() throws GeneralSecurityException {
        for (int length : new int[] {1, 16, 17, 500}) {
            byte[] drawn = new byte[length];
            RANDOM.nextBytes(drawn);
            var plain = Bytes.of(drawn);
            var pkcs8 = P256.pkcs8(scalar).use(Bytes::of);

            assertEquals(plain, SecondHpke.open(pkcs8, INFO, BOUND, seal(plain)));
            assertEquals(
                    Optional.of(secret(plain)),
                    open(SecondHpke.seal(publicKey, INFO, BOUND, plain)));
        }
    }

    @Test
    void sealsDifferentlyEachTime() {
        assertNotEquals(seal(PLAIN), seal(PLAIN));
    }

    @Test
    void opensForNoOtherKeyInfoOrAssociatedData() {
        var sealed = seal(PLAIN);
        var stranger = new HpkeRecipient(P256.generate(RANDOM));

        assertEquals(Optional.of(secret(PLAIN)), open(sealed));
        assertEquals(Optional.empty(), stranger.open(INFO.toArray(), BOUND.toArray(), sealed));
        assertEquals(Optional.empty(), recipient.open(BOUND.toArray(), BOUND.toArray(), sealed));
        assertEquals(Optional.empty(), recipient.open(INFO.toArray(), INFO.toArray(), sealed));
    }

    @Test
    void opensNothingThatWasChangedOrCut() {
        var sealed = seal(PLAIN);
        Damage.of(sealed).forEach(bad -> assertEquals(Optional.empty(), open(bad)));
        for (int length = 0; length < sealed.length(); length++) {
            assertEquals(Optional.empty(), open(sealed.slice(0, length)));
        }
    }

    @Test
    void sealsToNoKeyOffTheCurve() {
        var off = publicKey.slice(0, 90).plus(Bytes.ofHex("00"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Hpke.seal(off, new byte[0], new byte[0], secret(PLAIN), RANDOM));
    }

    @Test
    void tellsNoKeyInWords() {
        assertEquals("HpkeRecipient", recipient.toString());
        recipient.close();
        assertThrows(IllegalStateException.class, () -> open(seal(PLAIN)));
    }
}
