package org.franklin.box.key;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What a box checks before it serves: that its algorithms give the answers that the standards
/// print, and that its signatures verify. A box whose self-test fails stays out of service.
public record SelfTest(List<Check> checks) {

    /// The private key of RFC 6979, A.2.5, which everybody knows.
    private static final Bytes SCALAR =
            Bytes.ofHex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");

    public record Check(String name, BooleanSupplier holds) {}

    public SelfTest {
        checks = List.copyOf(checks);
    }

    public static SelfTest standard() {
        return new SelfTest(
                List.of(
                        new Check("SHA-256", SelfTest::sha256),
                        new Check("HMAC-SHA-256", SelfTest::hmac),
                        new Check("HKDF-SHA-256", SelfTest::hkdf),
                        new Check("AES-256-GCM", SelfTest::aesGcm),
                        new Check("ECDSA P-256 verification", SelfTest::ecdsa),
                        new Check(
                                "ECDSA P-256 pairwise",
                                () -> pairwise(Signatures.FASTEST, Signatures.FASTEST))));
    }

    /// The name of the first check that fails, or throws.
    public Optional<String> failure() {
        return checks.stream().filter(check -> !holds(check)).map(Check::name).findFirst();
    }

    /// Why a box with this test does not open, or nothing.
    public Optional<String> fault() {
        return failure().map("the self-test failed: "::concat);
    }

    private static boolean holds(Check check) {
        try {
            return check.holds.getAsBoolean();
        } catch (RuntimeException | LinkageError | AssertionError _) {
            return false;
        }
    }

    /// FIPS 180-4, the example of one block.
    private static boolean sha256() {
        return Hash.of(ascii("abc"))
                .bytes()
                .hex()
                .equals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /// RFC 4231, test case 2.
    private static boolean hmac() {
        try (var key = SecretBytes.take(ascii("Jefe"))) {
            return RecordMac.hmac(key, Bytes.of(ascii("what do ya want for nothing?")))
                    .hex()
                    .equals("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        }
    }

    /// RFC 5869, test case 3: without salt, as here.
    private static boolean hkdf() {
        byte[] key = Bytes.ofHex("0b".repeat(22)).toArray();
        var expected =
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                        + "9d201395faa4b61a96c8";
        try (var derived = MasterKey.hkdf(key, new byte[0], 42)) {
            return derived.equals(SecretBytes.take(Bytes.ofHex(expected).toArray()));
        }
    }

    /// Test case 16 of the GCM specification, both ways.
    private static boolean aesGcm() {
        var nonce = Bytes.ofHex("cafebabefacedbaddecaf888");
        byte[] associated = Bytes.ofHex("feedfacedeadbeeffeedfacedeadbeefabaddad2").toArray();
        var plain =
                Bytes.ofHex(
                        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        var sealed =
                Bytes.ofHex(
                        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                                + "76fc6ece0f4e1768cddf8853bb2d551b");
        byte[] raw = Bytes.ofHex("feffe9928665731c6d6a8f9467308308".repeat(2)).toArray();
        try (var key = SecretBytes.take(raw)) {
            return AesGcm.seal(key, nonce.toArray(), associated, plain.toArray()).equals(sealed)
                    && AesGcm.open(key, nonce, associated, sealed)
                            .filter(SecretBytes.take(plain.toArray())::equals)
                            .isPresent();
        }
    }

    /// RFC 6979, A.2.5, the message "sample".
    private static boolean ecdsa() {
        var signature =
                Bytes.ofHex(
                        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                            + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
        var key = P256.publicKey(SecretBytes.take(SCALAR.toArray()));
        return VerifyingKey.of(key)
                .filter(verifying -> verifying.verifies(Bytes.of(ascii("sample")), signature))
                .isPresent();
    }

    /// Whether what one provider signs the other one verifies, and nothing else.
    static boolean pairwise(Signatures signer, Signatures verifier) {
        try (var key = SigningKey.ofScalar(signer, SecretBytes.take(SCALAR.toArray()))) {
            var data = Bytes.of(ascii("franklin"));
            var signed = key.sign(data);
            var verifying = VerifyingKey.of(verifier, key.publicKey()).orElseThrow();
            return signed.length() == Signatures.LENGTH
                    && verifying.verifies(data, signed)
                    && !verifying.verifies(Bytes.EMPTY, signed);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
