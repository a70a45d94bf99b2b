package org.franklin.datacenter.function.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.rates.QuotePostage.Result;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.QuoteRequest;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

class QuotePostageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final QuotePostage quotes = new QuotePostage(PriceTables.published());

    @Test
    void pricesEachPieceAndTheirTotal() {
        var quote = quote(quotes, List.of(Mailer.letter(DAY), flat(20)));

        assertEquals(LocalDate.of(2025, 7, 13), quote.pricesOf());
        assertEquals(Postage.parse("1.90"), quote.pieces().get(1).price());
        assertEquals(Postage.parse("2.64"), quote.total());
    }

    @Test
    void pricesAThousandPieces() {
        var quote = quote(quotes, Collections.nCopies(1_000, Mailer.letter(DAY)));

        assertEquals(Postage.ofDollars(740), quote.total());
    }

    @Test
    void givesTheSameQuestionTheSameIdAndAnotherAnother() {
        var letter = List.of(Mailer.letter(DAY));

        assertEquals(quote(quotes, letter), quote(quotes, letter));
        assertNotEquals(
                quote(quotes, letter).id(),
                quote(quotes, List.of(Mailer.letter(DAY.plusDays(1)))).id());
    }

    @Test
    void givesAnotherIdUnderAnotherTable() {
        var later = new QuotePostage(PriceTables.read(List.of("2026-07-12,LETTER,10,0.74")));
        var letter = List.of(Mailer.letter(DAY));

        assertNotEquals(quote(quotes, letter).id(), quote(later, letter).id());
        assertEquals(quote(quotes, letter).pieces(), quote(later, letter).pieces());
    }

    @Test
    void pricesEachPieceByTheTableOfItsOwnDate() {
        var tables =
                new QuotePostage(
                        PriceTables.read(
                                List.of("2025-07-13,LETTER,10,0.74", "2026-11-23,LETTER,10,0.80")));
        var quote = quote(tables, List.of(Mailer.letter(DAY.plusDays(1)), Mailer.letter(DAY)));

        assertEquals(Postage.parse("1.54"), quote.total());
        assertEquals(DAY.plusDays(1), quote.pricesOf());
    }

    @Test
    void namesThePieceThatCannotBeMailed() {
        var result = quotes.quote(new QuoteRequest(List.of(Mailer.letter(DAY), flat(131))));

        assertEquals(2, assertInstanceOf(Result.NotMailable.class, result).piece());
    }

    @Test
    void knowsNoPricesBeforeItsFirstTable() {
        var result =
                quotes.quote(new QuoteRequest(List.of(Mailer.letter(LocalDate.of(2020, 1, 1)))));

        assertInstanceOf(Result.NotMailable.class, result);
    }

    private static Quote quote(QuotePostage quotes, List<Mailpiece> pieces) {
        return assertInstanceOf(Result.Quoted.class, quotes.quote(new QuoteRequest(pieces)))
                .quote();
    }

    private static Mailpiece flat(int tenths) {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LARGE_ENVELOPE,
                new Weight(tenths),
                List.of(),
                new ZipCode("06484"),
                new ZipCode("97201"),
                DAY);
    }
}
