package org.franklin.datacenter.function.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;

class PriceTablesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final PriceTables published = PriceTables.published();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    LETTER,          1, 0.74
                    LETTER,         10, 0.74
                    LETTER,         11, 1.03
                    LETTER,         30, 1.32
                    LETTER,         35, 1.61
                    POSTCARD,        2, 0.61
                    LARGE_ENVELOPE, 10, 1.63
                    LARGE_ENVELOPE, 20, 1.90
                    LARGE_ENVELOPE, 75, 3.56
                    LARGE_ENVELOPE, 130, 5.04
                    """)
    void pricesFirstClassMailByStartedOunces(RateCategory category, int tenths, String dollars) {
        assertEquals(
                new Rated.Costs(Postage.parse(dollars)), rate(piece(category, tenths, List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    LETTER,          36, Letter is at most 3.5 oz; choose another shape.
                    POSTCARD,        11, Postcard is at most 1 oz; choose another shape.
                    LARGE_ENVELOPE, 131, Large envelope is at most 13 oz; choose another shape.
                    """)
    void mailsNothingTooHeavy(RateCategory category, int tenths, String sentence) {
        assertEquals(new Rated.NotMailable(sentence), rate(piece(category, tenths, List.of())));
    }

    @Test
    void addsExtraServices() {
        assertEquals(
                new Rated.Costs(Postage.parse("10.44")),
                rate(letter(ExtraService.CERTIFIED_MAIL, ExtraService.RETURN_RECEIPT)));
        assertEquals(
                new Rated.Costs(Postage.parse("8.86")),
                rate(letter(ExtraService.CERTIFIED_MAIL, ExtraService.RETURN_RECEIPT_ELECTRONIC)));
    }

    @Test
    void sellsAReceiptOnlyForCertifiedMailAndOnlyOne() {
        assertInstanceOf(Rated.NotMailable.class, rate(letter(ExtraService.RETURN_RECEIPT)));
        assertInstanceOf(
                Rated.NotMailable.class, rate(letter(ExtraService.RETURN_RECEIPT_ELECTRONIC)));
        assertInstanceOf(Rated.NotMailable.class, rate(letter(ExtraService.values())));
    }

    @Test
    void changesPricesOnTheirDate() {
        var tables =
                PriceTables.read(List.of("2025-07-13,LETTER,10,0.74", "2026-07-12,LETTER,10,0.78"));

        assertEquals(
                LocalDate.of(2025, 7, 13),
                tables.on(LocalDate.of(2026, 7, 11)).orElseThrow().from());
        assertEquals(
                LocalDate.of(2026, 7, 12),
                tables.on(LocalDate.of(2026, 7, 12)).orElseThrow().from());
        assertTrue(tables.on(LocalDate.of(2025, 7, 12)).isEmpty());
    }

    @Test
    void hasNoPriceThatTheTableLacks() {
        var table = PriceTables.read(List.of("2025-07-13,LETTER,10,0.74")).on(DAY).orElseThrow();

        assertInstanceOf(Rated.NotMailable.class, table.rate(letter(ExtraService.CERTIFIED_MAIL)));
        assertEquals(
                new Rated.NotMailable("Postcard has no price on this date."),
                table.rate(piece(RateCategory.POSTCARD, 5, List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-07-13,LETTER,10",
                "13.7.2025,LETTER,10,0.74",
                "2025-07-13,PARCEL,10,0.74",
                "2025-07-13,LETTER,,0.74",
                "2025-07-13,LETTER,0,0.74",
                "2025-07-13,LETTER,10,-1",
                "2025-07-13,LETTER,10,0.7444"
            })
    void refusesALineThatItCannotReadAndNamesIt(String line) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> PriceTables.read(List.of("# prices", line)));

        assertTrue(String.valueOf(refusal.getMessage()).startsWith("line 2 of the prices: "));
    }

    private Rated rate(Mailpiece piece) {
        return published.on(piece.mailingDate()).orElseThrow().rate(piece);
    }

    private static Mailpiece letter(ExtraService... services) {
        return piece(RateCategory.LETTER, 10, List.of(services));
    }

    private static Mailpiece piece(RateCategory category, int tenths, List<ExtraService> services) {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                category,
                new Weight(tenths),
                services,
                new ZipCode("06484"),
                new ZipCode("97201"),
                DAY);
    }
}
