package org.franklin.box.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

/// The MAC by repeated DES against what others published.
class RetailMacTest {

    private static SecretBytes key(String hex) {
        return SecretBytes.take(Bytes.ofHex(hex).toArray());
    }

    /// ISO/IEC 9797-1, B.4: MAC algorithm 3, padding method 2, both strings of the standard; worked
    /// out by OpenSSL 3 too, block by block.
    @ParameterizedTest
    @CsvSource({
        "'Now is the time for all ', e9086230ca3be796",
        "'Now is the time for it', 5a692ce64f404145"
    })
    void givesTheValuesOfTheStandard(String text, String expected) {
        var data = Bytes.of(text.getBytes(StandardCharsets.US_ASCII));

        try (var key = key("0123456789abcdeffedcba9876543210")) {
            assertEquals(expected, RetailMac.mac(key, data).hex());
        }
    }

    /// ICAO 9303-11, appendix D.3: the MAC over the cryptogram of a mutual authentication.
    @Test
    void givesTheValueOfAPassport() {
        var cryptogram =
                Bytes.ofHex("72c29c2371cc9bdb65b779b8e8d37b29ecc154aa56a8799fae2f498f76ed92f2");

        try (var key = key("7962d9ece03d1acd4c76089dce131543")) {
            assertEquals("5f1448eea8ad90a7", RetailMac.mac(key, cryptogram).hex());
        }
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        try (var single = key("0123456789abcdef")) {
            assertThrows(IllegalArgumentException.class, () -> RetailMac.mac(single, Bytes.EMPTY));
        }
    }
}
