package org.franklin.box.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumFlag;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.TokenForm;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.ibi.DigitalToken;
import org.franklin.model.indicium.ibi.TokenParty;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/// Digital tokens: each party checks its own with its own key alone.
class TokenKeyTest {

    private static final SerialNumber METER = new SerialNumber(1042);
    private static final Bytes VENDOR = Bytes.ofHex("07".repeat(16));
    private static final Bytes POST = Bytes.ofHex("09".repeat(16));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Postage DESCENDING = Postage.ofDollars(20);

    private static SecretBytes ofMeter(Bytes domainKey, SerialNumber serial) {
        try (var domain = SecretBytes.take(domainKey.toArray())) {
            return TokenKey.ofMeter(domain, serial);
        }
    }

    private static DigitalToken token(Bytes domainKey, Bytes data, LocalDate day) {
        try (var key = new TokenKey(METER, ofMeter(domainKey, METER))) {
            return key.token(data, day);
        }
    }

    private static TokenVerifier verifier(TokenParty party, Bytes domainKey) {
        return new TokenVerifier(party, METER, ofMeter(domainKey, METER));
    }

    private static Indicium letter(LocalDate day) {
        return new Indicium(
                METER,
                Postage.ofCents(12_578),
                Postage.ofCents(78),
                day,
                Weight.ofOunces(1),
                161,
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                266_753,
                new ZipCode("97201"),
                new ZipCode("98101"),
                List.of(IndiciumFlag.SPECIMEN),
                List.of());
    }

    private static TokenIndicium paid(LocalDate day) {
        var data = TokenForm.data(letter(day), DESCENDING);
        return new TokenIndicium(
                letter(day), DESCENDING, token(VENDOR, data, day), token(POST, data, day));
    }

    /// Worked out by OpenSSL 3 and bc, with the commands in `shared-model/docs/tokens.md`.
    @Test
    void theExampleOfTheDocumentHasTheTokensThatOtherProgramsWorkedOut() {
        var data =
                Bytes.ofHex(
                        "4654011204005a5a30311204000054eb0100000c030003293501357f01005608"
                                + "00000046524b4c3938ccb5050001010a00a1000000010005");

        assertEquals(
                Bytes.ofHex("1c64511c4575b3ce019e108fcb9b3438"),
                ofMeter(VENDOR, METER).use(Bytes::of));
        assertEquals(
                Bytes.ofHex("61a7cea7d0b634945d62bfd6bf021af1"),
                ofMeter(POST, METER).use(Bytes::of));
        assertEquals(new DigitalToken("6470232996"), token(VENDOR, data, DAY));
        assertEquals(new DigitalToken("8239919590"), token(POST, data, DAY));
    }

    @Test
    void eachPartyVerifiesItsOwnTokenWithItsOwnKeyAlone() {
        var paid = paid(DAY);
        var otherPost =
                new TokenIndicium(letter(DAY), DESCENDING, paid.vendor(), other(paid.post()));
        var otherVendor =
                new TokenIndicium(letter(DAY), DESCENDING, other(paid.vendor()), paid.post());

        try (var vendor = verifier(TokenParty.VENDOR, VENDOR);
                var post = verifier(TokenParty.POST, POST)) {
            assertTrue(vendor.verifies(paid));
            assertTrue(post.verifies(paid));
            assertTrue(vendor.verifies(otherPost));
            assertFalse(post.verifies(otherPost));
            assertFalse(vendor.verifies(otherVendor));
            assertTrue(post.verifies(otherVendor));
        }
    }

    private static DigitalToken other(DigitalToken token) {
        char last = token.digits().charAt(DigitalToken.LENGTH - 1);
        String rest = token.digits().substring(0, DigitalToken.LENGTH - 1);
        return new DigitalToken(rest + (char) ('0' + (last - '0' + 1) % 10));
    }

    @Test
    void neitherPartyMakesTheOthersToken() {
        var paid = paid(DAY);

        assertNotEquals(paid.post(), token(VENDOR, paid.data(), DAY));
        assertNotEquals(paid.vendor(), token(POST, paid.data(), DAY));
        try (var vendorAsPost = verifier(TokenParty.POST, VENDOR);
                var postAsVendor = verifier(TokenParty.VENDOR, POST)) {
            assertFalse(vendorAsPost.verifies(paid));
            assertFalse(postAsVendor.verifies(paid));
        }
    }

    @Test
    void aTokenIsOfTheMonthOfMailing() {
        var november = paid(DAY);
        var data = november.data();

        assertEquals(token(POST, data, DAY), token(POST, data, LocalDate.of(2026, 11, 1)));
        assertNotEquals(token(POST, data, DAY), token(POST, data, LocalDate.of(2026, 12, 1)));
        assertNotEquals(token(POST, data, DAY), token(POST, data, LocalDate.of(2025, 11, 30)));
        try (var post = verifier(TokenParty.POST, POST)) {
            assertTrue(post.verifies(november));
            assertTrue(post.verifies(paid(LocalDate.of(2026, 12, 1))));
        }
    }

    /// All 56 data bytes count: whatever still reads as an indicium of Franklin's is refused.
    @Test
    void noBitOfTheDataChangesUnseen() {
        var symbol = paid(DAY).bytes();
        int read = 0;
        try (var vendor = verifier(TokenParty.VENDOR, VENDOR);
                var post = verifier(TokenParty.POST, POST)) {
            for (int bit = 0; bit < TokenForm.DATA_LENGTH * Byte.SIZE; bit++) {
                byte[] changed = symbol.toArray();
                changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
                if (IndiciumForm.decode(Bytes.of(changed))
                        instanceof Valid<SignedIndicium>(TokenIndicium shown)) {
                    read++;
                    assertFalse(vendor.verifies(shown), "bit " + bit);
                    assertFalse(post.verifies(shown), "bit " + bit);
                }
            }
        }
        assertTrue(read > 150, read + " changed symbols could be read");
    }

    @Test
    void aMetersKeyIsOfThatMeterAndThatParty() {
        var keys = new HashSet<Bytes>();
        for (Bytes domain : List.of(VENDOR, POST)) {
            for (int serial = 1; serial <= 50; serial++) {
                keys.add(ofMeter(domain, new SerialNumber(serial)).use(Bytes::of));
            }
        }

        assertEquals(100, keys.size());
    }

    /// Ten thousand tokens fall into ten equal ranges: each gets about a thousand, and 200 more or
    /// less would be six standard deviations off.
    @Test
    void tokensSpreadOverAllTenDigits() {
        var counts = new int[10];
        try (var key = new TokenKey(METER, ofMeter(POST, METER))) {
            for (int i = 0; i < 10_000; i++) {
                var data = Bytes.of(new byte[] {(byte) (i >> 8), (byte) i});
                counts[key.token(data, DAY).digits().charAt(0) - '0']++;
            }
        }
        for (int count : counts) {
            assertTrue(count > 800 && count < 1_200, count + " tokens begin with one digit");
        }
    }

    @Test
    void printsNoKey() {
        try (var key = new TokenKey(METER, ofMeter(POST, METER));
                var post = verifier(TokenParty.POST, POST)) {
            assertEquals("TokenKey", key.toString());
            assertEquals("TokenVerifier[POST, ZZ 01 0001042]", post.toString());
        }
    }
}
