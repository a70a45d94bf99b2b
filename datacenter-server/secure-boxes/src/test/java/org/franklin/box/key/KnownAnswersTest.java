package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The answers that the standards print, for every construction that boxes use.
class KnownAnswersTest {

    private static Bytes hex(String digits) {
        return Bytes.ofHex(digits);
    }

    private static Bytes run(int from, int to) {
        return Bytes.ofHex(
                IntStream.range(from, to).mapToObj("%02x"::formatted).reduce("", String::concat));
    }

    private static SecretBytes secret(Bytes bytes) {
        return SecretBytes.take(bytes.toArray());
    }

    private static Bytes text(String ascii) {
        return Bytes.of(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static void macs(Bytes key, Bytes data, String expected) {
        assertEquals(hex(expected), RecordMac.hmac(secret(key), data));
    }

    /// RFC 4231, cases 1 to 4, 6 and 7; case 5 is about a MAC that is cut.
    @Test
    void hmacGivesTheAnswersOfRfc4231() {
        macs(
                hex("0b".repeat(20)),
                text("Hi There"),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        macs(
                text("Jefe"),
                text("what do ya want for nothing?"),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        macs(
                hex("aa".repeat(20)),
                hex("dd".repeat(50)),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
        macs(
                run(1, 26),
                hex("cd".repeat(50)),
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
        macs(
                hex("aa".repeat(131)),
                text("Test Using Larger Than Block-Size Key - Hash Key First"),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
        macs(
                hex("aa".repeat(131)),
                text(
                        "This is a test using a larger than block-size key and a larger than"
                                + " block-size data. The key needs to be hashed before being used"
                                + " by the HMAC algorithm."),
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
    }

    private static void expands(String extracted, Bytes info, String expected) {
        assertEquals(
                secret(hex(expected)),
                MasterKey.expand(hex(extracted).toArray(), info.toArray(), expected.length() / 2));
    }

    /// RFC 5869, A.1 to A.3. The first two have a salt, which is not used here: of these the
    /// expansion.
    @Test
    void hkdfGivesTheAnswersOfRfc5869() {
        expands(
                "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
                run(0xf0, 0xfa),
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                        + "34007208d5b887185865");
        expands(
                "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244",
                run(0xb0, 0x100),
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                        + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                        + "cc30c58179ec3e87c14c01d5c1f3434f1d87");
        var third = "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04";
        assertEquals(secret(hex(third)), MasterKey.extract(hex("0b".repeat(22)).toArray()));
        expands(
                third,
                Bytes.EMPTY,
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                        + "9d201395faa4b61a96c8");
    }

    private static void seals(
            String key, String nonce, String plain, String associated, String expected) {
        var sealed = hex(expected);
        assertEquals(
                sealed,
                AesGcm.seal(
                        secret(hex(key)),
                        hex(nonce).toArray(),
                        hex(associated).toArray(),
                        hex(plain).toArray()));
        assertEquals(
                Optional.of(secret(hex(plain))),
                AesGcm.open(secret(hex(key)), hex(nonce), hex(associated).toArray(), sealed));
    }

    /// McGrew and Viega's specification, cases 14 to 16: keys of 256 and nonces of 96 bits. Case 13
    /// seals nothing, which no box does.
    @Test
    void gcmGivesTheAnswersOfItsSpecification() {
        seals(
                "00".repeat(32),
                "00".repeat(12),
                "00".repeat(16),
                "",
                "cea7403d4d606b6e074ec5d3baf39d18" + "d0d1c8a799996bf0265b98b5d48ab919");
        var key = "feffe9928665731c6d6a8f9467308308".repeat(2);
        var nonce = "cafebabefacedbaddecaf888";
        var plain =
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255";
        var sealed =
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad";
        seals(key, nonce, plain, "", sealed + "b094dac5d93471bdec1a502270e3cc6c");
        seals(
                key,
                nonce,
                plain.substring(0, 120),
                "feedfacedeadbeeffeedfacedeadbeefabaddad2",
                sealed.substring(0, 120) + "76fc6ece0f4e1768cddf8853bb2d551b");
    }

    /// RFC 6979, A.2.5, with SHA-256, and NIST's published example of P-256 with SHA-256.
    @ParameterizedTest
    @CsvSource({
        "sample,"
                + " 60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299,"
                + " efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
        "test,"
                + " 60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299,"
                + " f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
                + "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
        "Example of ECDSA with P-256,"
                + " b7e08afdfe94bad3f1dc8c734798ba1c62b3a0ad1e9ea2a38201cd0889bc7a19"
                + "3603f747959dbf7a4bb226e41928729063adc7ae43529e61b563bbc606cc5e09,"
                + " 2b42f576d07f4165ff65d1f3b1500f81e44c316f1f0b3ef57325b69aca46104f"
                + "dc42c2122d6392cd3e3a993a89502a8198c1886fe69d262c4b329bdb6b63faf1"
    })
    void everyProviderVerifiesWhatTheStandardsSigned(
            String message, String point, String signature) {
        var spki = hex("3059301306072a8648ce3d020106082a8648ce3d03010703420004" + point);
        Stream.of(Signatures.FASTEST, Signatures.JDK, new Signatures(new BouncyCastleProvider()))
                .map(each -> VerifyingKey.of(each, spki).orElseThrow())
                .forEach(key -> {
                    assertTrue(key.verifies(text(message), hex(signature)));
                    assertFalse(key.verifies(text(message + "!"), hex(signature)));
                });
    }

    /// RFC 6979, A.2.5: the public key of the private one.
    @Test
    void theCurveGivesThePublicKeyOfRfc6979() {
        var scalar = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
        var expected =
                "04"
                        + "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                        + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
        assertEquals(Optional.of(hex(expected)), P256.point(P256.publicKey(secret(hex(scalar)))));
    }
}
