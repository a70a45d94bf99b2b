package org.franklin.box.suite;

import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SelfTest.Check;
import org.franklin.model.canonical.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What a box of the suite of 1998 checks beside all else.
final class PatentSelfTest {

    private static final String KEY = "0123456789abcdef";
    private static final byte[] TEXT =
            "Now is the time for all ".getBytes(StandardCharsets.US_ASCII);

    private PatentSelfTest() {}

    static List<Check> checks() {
        return List.of(
                new Check("triple DES", PatentSelfTest::tripleDes),
                new Check("ISO 9797-1 MAC algorithm 3", PatentSelfTest::retailMac));
    }

    /// FIPS 81, the example of the CBC mode, both ways: with two equal keys triple DES is DES.
    private static boolean tripleDes() {
        byte[] iv = Bytes.ofHex("1234567890abcdef").toArray();
        var expected = "e5c7cdde872bf27c43e934008c389c0f683788499a7c05f6";
        try (var key = key(KEY + KEY)) {
            byte[] ciphertext = TripleDes.encrypt(key, iv, TEXT);
            return Bytes.of(ciphertext).hex().equals(expected)
                    && Arrays.equals(TripleDes.decrypt(key, iv, ciphertext), TEXT);
        }
    }

    /// ISO/IEC 9797-1, B.4, the first string with padding method 2.
    private static boolean retailMac() {
        try (var key = key(KEY + "fedcba9876543210")) {
            return RetailMac.mac(key, Bytes.of(TEXT)).hex().equals("e9086230ca3be796");
        }
    }

    private static SecretBytes key(String hex) {
        return SecretBytes.take(Bytes.ofHex(hex).toArray());
    }
}
