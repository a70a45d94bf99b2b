package org.franklin.model.indicium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.Goldens;
import org.franklin.model.Samples;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.Verdict.TokensUnchecked;
import org.franklin.model.indicium.Verdict.UnknownCertificate;
import org.franklin.model.indicium.Verdict.WrongDate;
import org.franklin.model.indicium.Verdict.WrongMeter;
import org.franklin.model.indicium.ibi.DigitalToken;
import org.franklin.model.indicium.ibi.TokenParty;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.KeyPair;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Franklin's own use of IBI's 89 bytes: two digital tokens in the place of the signature.
class TokenFormTest {

    private static final SerialNumber METER = new SerialNumber(1042);
    private static final DigitalToken VENDOR = new DigitalToken("6470232996");
    private static final DigitalToken POST = new DigitalToken("8239919590");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Samples samples = new Samples(random);

    private static TokenIndicium letter(SerialNumber meter, LocalDate day) {
        return new TokenIndicium(
                new Indicium(
                        meter,
                        new Postage(125_780),
                        new Postage(780),
                        day,
                        Weight.ofOunces(1),
                        161,
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        266_753,
                        new ZipCode("02134"),
                        new ZipCode("98101"),
                        List.of(IndiciumFlag.SPECIMEN),
                        List.of()),
                new Postage(374_220),
                VENDOR,
                POST);
    }

    private static TokenIndicium letter() {
        return letter(METER, LocalDate.of(2026, 11, 23));
    }

    private TokenIndicium sample() {
        return new TokenIndicium(
                samples.indicium(), new Postage(random.nextLong(1L << 32)), token(), token());
    }

    private DigitalToken token() {
        return new DigitalToken(
                String.format(Locale.ROOT, "%010d", random.nextLong(10_000_000_000L)));
    }

    /// The file is the example of `docs/indicium.md`, byte by byte.
    @Test
    void theBytesAreThoseOfTheDocument() {
        Goldens.check("indicium/tokens.hex", letter().bytes().hex() + "\n");
    }

    @Test
    void whatIsWrittenIsRead() {
        for (int i = 0; i < 5_000; i++) {
            var signed = sample();

            assertEquals(89, signed.bytes().length());
            assertEquals(
                    new Valid<SignedIndicium>(signed),
                    IndiciumForm.decode(signed.bytes()),
                    () -> "seed " + seed);
        }
    }

    @Test
    void aFlippedBitIsEitherRefusedOrSaysWhatItSays() {
        for (int i = 0; i < 30; i++) {
            var symbol = sample().bytes();
            for (int bit = 0; bit < symbol.length() * Byte.SIZE; bit++) {
                byte[] changed = symbol.toArray();
                changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
                if (IndiciumForm.decode(Bytes.of(changed))
                        instanceof Valid<SignedIndicium>(var read)) {
                    assertEquals(Bytes.of(changed), read.bytes(), () -> "seed " + seed);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 50, the format version is not Franklin's",
        "1, 01, the format version is not Franklin's",
        "6, 3037, the vendor or model is not Franklin's",
        "10, 00000000, 'a field is out of range: a serial number is 1 to 9999999'",
        "10, ffffffff, 'a field is out of range: integer overflow'",
        "35, 00, a field is not in its one form",
        "45, 00, 'a field is out of range: no mail class has this code'",
        "49, 00000000, 'a field is out of range: the piece count is 1 to 2^32 - 1'",
        "53, 00, 'a field is out of range: an indicium of vendor ZZ is a specimen'",
        "55, 07, 'a field is out of range: a ZIP code has 5, 9 or 11 digits'",
        "56, 41, 'a field is out of range: a digital token has 10 digits'",
        "76, 00, a field is not in its one form",
        "88, 01, a field is not in its one form"
    })
    void aFieldThatIsNotOursIsNamed(int offset, String hex, String reason) {
        var symbol = letter().bytes();
        var field = Bytes.ofHex(hex);
        var changed =
                symbol.slice(0, offset)
                        .plus(field)
                        .plus(symbol.slice(offset + field.length(), symbol.length()));

        assertEquals(new Malformed<>(reason), IndiciumForm.decode(changed));
    }

    @Test
    void garbageIsRefused() {
        for (int i = 0; i < 20_000; i++) {
            assertInstanceOf(
                    Malformed.class, IndiciumForm.decode(samples.bytes(89)), () -> "seed " + seed);
        }
    }

    @Test
    void tokensCoverAllThatTheSymbolSays() {
        var signed = letter();

        assertEquals(signed.bytes().slice(0, 56), signed.data());
        assertEquals(VENDOR, signed.token(TokenParty.VENDOR));
        assertEquals(POST, signed.token(TokenParty.POST));
    }

    @Test
    void aDescendingRegisterThatDoesNotFitShowsTheHighest() {
        var highest = new Postage((1L << 32) - 1);

        assertEquals(highest, TokenIndicium.shown(highest));
        assertEquals(highest, TokenIndicium.shown(highest.plus(new Postage(1))));
        assertEquals(new Postage(7), TokenIndicium.shown(new Postage(7)));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new TokenIndicium(
                                letter().indicium(), highest.plus(new Postage(1)), VENDOR, POST));
    }

    /// Public keys check all but the tokens, and never call them genuine, nor forged.
    @Test
    void theOfflineVerifierSaysThatOnlyTheVendorAndThePostCanCheckTokens() {
        var authority = new TestAuthority();
        KeyPair key = TestAuthority.keyPair();
        var keys =
                VerificationKeys.of(
                                authority.root(), List.of(authority.certify(METER, 266_753, key)))
                        .orThrow();
        var verifier = new IndiciumVerifier(keys);
        var genuine = letter();

        var verdict = verifier.verify(genuine.bytes());

        assertEquals(new TokensUnchecked(genuine.indicium()), verdict);
        assertTrue(verdict.sentence().contains("only the vendor and the Post"));
        assertInstanceOf(
                WrongMeter.class,
                verifier.verify(
                        letter(new SerialNumber(1043), genuine.indicium().mailingDate()).bytes()));
        assertInstanceOf(
                WrongDate.class, verifier.verify(letter(METER, LocalDate.of(1999, 1, 1)).bytes()));
        assertInstanceOf(
                UnknownCertificate.class,
                new IndiciumVerifier(VerificationKeys.of(authority.root(), List.of()).orThrow())
                        .verify(genuine.bytes()));
    }
}
