package org.franklin.model.indicium;

import static org.franklin.model.indicium.IndiciumFormTest.flip;
import static org.franklin.model.indicium.IndiciumFormTest.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.Verdict.Altered;
import org.franklin.model.indicium.Verdict.BadCertificate;
import org.franklin.model.indicium.Verdict.GenuineSpecimen;
import org.franklin.model.indicium.Verdict.NotAnIndicium;
import org.franklin.model.indicium.Verdict.UnknownCertificate;
import org.franklin.model.indicium.Verdict.WrongDate;
import org.franklin.model.indicium.Verdict.WrongMeter;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

class IndiciumVerifierTest {

    /// Of the outer sequence of a certificate of 256 bytes and more.
    private static final int HEADER = 4;

    private static final int NUMBER = 266753;
    private static final SerialNumber SERIAL = new SerialNumber(1042);
    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final TestAuthority post = new TestAuthority();
    private final KeyPair key = TestAuthority.keyPair();
    private final Bytes certificate = post.certify(SERIAL, NUMBER, key);
    private final IndiciumVerifier verifier = verifier(certificate);
    private final Indicium indicium = indicium(LocalDate.of(2026, 11, 23));
    private final Bytes symbol = TestAuthority.sign(key, indicium).bytes();

    @Test
    void anUnchangedSymbolIsAGenuineSpecimen() {
        assertEquals(new GenuineSpecimen(indicium), verifier.verify(symbol));
    }

    @Test
    void noFlippedBitIsGenuine() {
        for (int bit = 0; bit < symbol.length() * Byte.SIZE; bit++) {
            var verdict = verifier.verify(flip(symbol, bit));

            assertNotGenuine(verdict, "bit " + bit);
        }
    }

    @Test
    void aChangedByteOfTheSignatureIsAltered() {
        for (int offset = 45; offset < 109; offset++) {
            assertEquals(new Altered(indicium), verifier.verify(flip(symbol, offset * Byte.SIZE)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 13, 14, 16, 21, 23, 26, 28, 33, 39, 44})
    void aChangedFieldIsAltered(int offset) {
        assertInstanceOf(Altered.class, verifier.verify(flip(symbol, offset * Byte.SIZE + 1)));
    }

    @Test
    void aChangedDateIsAltered() {
        var nextDay =
                replace(
                        symbol,
                        17,
                        IndiciumForm.data(indicium(LocalDate.of(2026, 11, 24))).slice(17, 21));

        assertInstanceOf(Altered.class, verifier.verify(nextDay));
    }

    @Test
    void anotherMetersNumberIsTheWrongMeter() {
        assertInstanceOf(WrongMeter.class, verifier.verify(flip(symbol, 5 * Byte.SIZE)));
    }

    @Test
    void anotherCertificateNumberIsUnknown() {
        assertInstanceOf(UnknownCertificate.class, verifier.verify(flip(symbol, 29 * Byte.SIZE)));
    }

    @Test
    void anotherFormIsNotAnIndicium() {
        assertEquals(
                new NotAnIndicium("the format version is not Franklin's"),
                verifier.verify(flip(symbol, 0)));
    }

    @Test
    void aCertificateFromAnotherRootIsBad() {
        var stranger = new TestAuthority().certify(SERIAL, NUMBER, key);

        assertEquals(
                new BadCertificate(indicium, "the certificate is not from this Post's root"),
                verifier(stranger).verify(symbol));
    }

    @Test
    void noChangeInWhatTheRootSignedMakesASymbolGenuine() throws CertificateEncodingException {
        var signedPart = CertifiedKey.read(certificate).orElseThrow().certificate();
        int end = HEADER + signedPart.getTBSCertificate().length;
        for (int offset = 0; offset < end; offset++) {
            var changed = flip(certificate, offset * Byte.SIZE);
            if (VerificationKeys.of(post.root(), List.of(changed))
                    instanceof Valid<VerificationKeys>(var keys)) {
                assertNotGenuine(new IndiciumVerifier(keys).verify(symbol), "byte " + offset);
            }
        }
    }

    @Test
    void aChangedSignatureOfTheCertificateIsNamed() {
        var changed = flip(certificate, (certificate.length() - 1) * Byte.SIZE);

        assertInstanceOf(BadCertificate.class, verifier(changed).verify(symbol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2027-01-29"})
    void theFirstAndTheLastDayOfACertificateAreGood(LocalDate date) {
        assertInstanceOf(GenuineSpecimen.class, verifier.verify(signed(indicium(date))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-31", "2027-01-30"})
    void aDayOutsideTheCertificateIsNamed(LocalDate date) {
        assertEquals(new WrongDate(indicium(date)), verifier.verify(signed(indicium(date))));
    }

    @Test
    void noCertificateOfItsDayIsShadowedByAnotherOfTheSameNumber() {
        var sameWeek =
                post.certify(SERIAL, NUMBER, key, LocalDate.of(2026, 11, 25), TestAuthority.TO);
        var forged = new TestAuthority().certify(SERIAL, NUMBER, TestAuthority.keyPair());

        assertInstanceOf(
                GenuineSpecimen.class, verifier(certificate, sameWeek, forged).verify(symbol));
        assertInstanceOf(
                GenuineSpecimen.class, verifier(forged, sameWeek, certificate).verify(symbol));
    }

    @Test
    void theMirroredSignatureIsOfTheSameIndicium() {
        var s = new BigInteger(1, symbol.slice(77, 109).toArray());
        var hex = "%064x".formatted(P256_ORDER.subtract(s));
        var mirrored = replace(symbol, 77, Bytes.ofHex(hex));

        assertNotEquals(symbol, mirrored);
        assertEquals(new GenuineSpecimen(indicium), verifier.verify(mirrored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff"})
    void aSignatureOfEqualBytesIsAltered(String hex) {
        var signature = Bytes.ofHex(hex.repeat(64));

        assertEquals(new Altered(indicium), verifier.verify(replace(symbol, 45, signature)));
    }

    @Test
    void theVerdictDoesNotDependOnTheCountryOfTheMachine() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
            assertEquals(new GenuineSpecimen(indicium), verifier.verify(symbol));
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void everyVerdictHasASentenceForAClerk() {
        assertEquals("Genuine specimen.", verifier.verify(symbol).sentence());
        assertEquals(
                "Not an indicium of Franklin: an indicium has 109 bytes, these are 0.",
                verifier.verify(Bytes.EMPTY).sentence());
        assertEquals(
                "Not proven: no certificate has the number 4294967295.",
                verifier.verify(replace(symbol, 29, Bytes.ofHex("ffffffff"))).sentence());
        assertEquals(
                "Not proven: because of a reason.",
                new BadCertificate(indicium, "because of a reason").sentence());
        for (var refusal :
                List.of(new WrongMeter(indicium), new Altered(indicium), new WrongDate(indicium))) {
            assertTrue(refusal.sentence().toLowerCase(Locale.ROOT).contains("do not accept"));
        }
    }

    @Test
    void garbageGetsAVerdictToo() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[i];
            random.nextBytes(garbage);
            assertInstanceOf(
                    NotAnIndicium.class, verifier.verify(Bytes.of(garbage)), () -> "seed " + seed);
        }
    }

    private IndiciumVerifier verifier(Bytes... certificates) {
        return new IndiciumVerifier(
                VerificationKeys.of(post.root(), List.of(certificates)).orThrow());
    }

    private Bytes signed(Indicium claimed) {
        return TestAuthority.sign(key, claimed).bytes();
    }

    private static void assertNotGenuine(Verdict verdict, String where) {
        assertEquals(false, verdict instanceof GenuineSpecimen, where);
    }

    private static Indicium indicium(LocalDate date) {
        return new Indicium(
                SERIAL,
                new Postage(125780),
                new Postage(780),
                date,
                Weight.ofOunces(1),
                161,
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                NUMBER,
                new ZipCode("972014418"),
                new ZipCode("98101"),
                List.of(IndiciumFlag.SPECIMEN),
                List.of(ExtraService.CERTIFIED_MAIL));
    }
}
