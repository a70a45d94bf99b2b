package org.franklin.box.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

/// Triple DES against what others published.
class TripleDesTest {

    private static final String ZERO = "0000000000000000";

    private static String encrypt(String key, String iv, Bytes plain) {
        try (var secret = SecretBytes.take(Bytes.ofHex(key).toArray())) {
            byte[] start = Bytes.ofHex(iv).toArray();
            byte[] made = TripleDes.encrypt(secret, start, plain.toArray());
            assertEquals(plain, Bytes.of(TripleDes.decrypt(secret, start, made)));
            return Bytes.of(made).hex();
        }
    }

    /// NIST SP 800-20, tables A.1 (variable plaintext), A.2 (variable key) and A.3 (permutation):
    /// with equal keys, triple DES is DES.
    @ParameterizedTest
    @CsvSource({
        "0101010101010101, 8000000000000000, 95f8a5e5dd31d900",
        "0101010101010101, 4000000000000000, dd7f121ca5015619",
        "0101010101010101, 0000000000000001, 166b40b44aba4bd6",
        "8001010101010101, 0000000000000000, 95a8d72813daa94d",
        "4001010101010101, 0000000000000000, 0eec1487dd8c26d5",
        "1046913489980131, 0000000000000000, 88d55e54f54c97b4",
        "7ca110454a1a6e57, 01a1d6d039776742, 690f5b0d9a26939b",
        "0131d9619dc1376e, 5cd54ca83def57da, 7a389d10354bd271",
        "07a1133e4a0b2686, 0248d43806f67172, 868ebb51cab4599a"
    })
    void isDesWithEqualKeys(String key, String plain, String expected) {
        assertEquals(expected, encrypt(key + key, ZERO, Bytes.ofHex(plain)));
    }

    /// FIPS 81, appendix C: the example of the CBC mode.
    @Test
    void chainsBlocksAsTheStandardSays() {
        var text = Bytes.of("Now is the time for all ".getBytes(StandardCharsets.US_ASCII));
        var key = "0123456789abcdef";

        assertEquals(
                "e5c7cdde872bf27c43e934008c389c0f683788499a7c05f6",
                encrypt(key + key, "1234567890abcdef", text));
    }

    /// Worked out by OpenSSL 3: `enc -des-ede-cbc -nopad`, with these keys and IV.
    @Test
    void encryptsUnderTwoKeysAsAnotherProgramDoes() {
        assertEquals(
                "f85d4ab92066789e1d0430671f28ae7ab9627d35385d2e24",
                encrypt(
                        "0123456789abcdeffedcba9876543210",
                        "1234567890abcdef",
                        Bytes.of("Now is the time for all ".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void keysHaveOddParity() {
        byte[] key = Bytes.ofHex("00ff7f80fe01").toArray();

        TripleDes.adjustParity(key);

        assertEquals("01fe7f80fe01", Bytes.of(key).hex());
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        var single = SecretBytes.take(new byte[8]);

        assertThrows(
                IllegalArgumentException.class,
                () -> TripleDes.encrypt(single, new byte[8], new byte[8]));
    }
}
