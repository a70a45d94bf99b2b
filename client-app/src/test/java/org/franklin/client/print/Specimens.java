package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumFlag;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.ibi.DigitalToken;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/// Imprints to test with: the letter and the label of the drawings, and random indicia by seed.
final class Specimens {

    static final SerialNumber METER = new SerialNumber(1042);

    static final AddressBlock OFFICE =
            AddressBlock.of(
                    new Address(
                            List.of("Franklin Demo Office", "12 Spruce St"),
                            "Albany",
                            "NY",
                            ZipCode.parse("12207-1180")));

    static final AddressBlock WHITFIELD =
            AddressBlock.of(
                    new Address(
                            List.of(
                                    "Dana Whitfield",
                                    "Whitfield & Marsh",
                                    "2140 SW Harbor St Ste 400"),
                            "Portland",
                            "OR",
                            ZipCode.parse("97201-4418")));

    private static final ZipCode ALBANY = new ZipCode("12207");
    private static final LocalDate NOVEMBER_23 = LocalDate.of(2026, 11, 23);

    private Specimens() {}

    static Imprint letter() {
        return Imprint.paid(signed(letterIndicium("0.74", 80), 1), OFFICE, WHITFIELD);
    }

    static Imprint label() {
        return Imprint.paid(signed(largeEnvelopeIndicium(), 1), OFFICE, WHITFIELD)
                .noted("Order 2026-1187", "SALES");
    }

    static Imprint sample() {
        var piece =
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        ALBANY,
                        ZipCode.parse("97201-4418"),
                        NOVEMBER_23);
        return Imprint.sample(piece, METER, OFFICE, WHITFIELD);
    }

    /// A letter with a random register, amount and signature.
    static SignedIndicium random(long seed) {
        var random = new SplittableRandom(seed);
        var indicium =
                new Indicium(
                        new SerialNumber(random.nextInt(1, 9_999_999)),
                        new Postage(random.nextLong(1L << 40)),
                        new Postage(random.nextLong(1L << 24)),
                        NOVEMBER_23,
                        Weight.ofOunces(random.nextInt(1, 14)),
                        random.nextLong(1, 1L << 32),
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        random.nextInt(),
                        ZipCode.parse("97201-4418"),
                        ALBANY,
                        List.of(IndiciumFlag.SPECIMEN),
                        List.of());
        return signed(indicium, seed);
    }

    /// A letter of the suite of 1998, with two digital tokens.
    static TokenIndicium tokened() {
        return new TokenIndicium(
                letterIndicium("0.74", 80),
                Postage.parse("38.63"),
                new DigitalToken("5160042397"),
                new DigitalToken("0081726354"));
    }

    static Imprint imprint(SignedIndicium signed) {
        return Imprint.paid(signed, OFFICE, WHITFIELD);
    }

    static Imprint costing(String price) {
        return imprint(signed(letterIndicium(price, 80), 1));
    }

    static Page page(Stock stock, Imprint imprint, Resolution resolution) {
        return assertInstanceOf(LaidOut.Fits.class, stock.lay(imprint, resolution)).page();
    }

    private static Indicium letterIndicium(String price, long piece) {
        return indicium(price, RateCategory.LETTER, Weight.ofOunces(1), piece);
    }

    private static Indicium largeEnvelopeIndicium() {
        return indicium("1.90", RateCategory.LARGE_ENVELOPE, Weight.ofOunces(2), 76);
    }

    private static Indicium indicium(
            String price, RateCategory category, Weight weight, long piece) {
        return new Indicium(
                METER,
                Postage.parse("61.37"),
                Postage.parse(price),
                NOVEMBER_23,
                weight,
                piece,
                MailClass.FIRST_CLASS,
                category,
                77,
                ZipCode.parse("97201-4418"),
                ALBANY,
                List.of(IndiciumFlag.SPECIMEN),
                List.of());
    }

    private static SignedIndicium signed(Indicium indicium, long seed) {
        byte[] signature = new byte[64];
        new SplittableRandom(seed).nextBytes(signature);
        return new EcdsaIndicium(indicium, Bytes.of(signature));
    }
}
