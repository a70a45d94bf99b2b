package org.franklin.client.datacenter.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class DraftTest {

    private static final ZipCode ZIP = new ZipCode("97201");
    private static final Address ADDRESS =
            new Address(List.of("1 Test Street"), "PORTLAND", "OR", ZIP);

    @Test
    void hasAPlanForEachOfOneToAThousandPieces() {
        assertEquals(1_000, draft(1_000, 1_000).plans().size());
        assertThrows(IllegalArgumentException.class, () -> draft(2, 1));
        assertThrows(IllegalArgumentException.class, () -> draft(0, 0));
        assertThrows(IllegalArgumentException.class, () -> draft(1_001, 1_001));
    }

    @Test
    void drawsIdsThatAreVersion4AndReplayFromASeed() {
        var first = DraftId.draw(new Random(1));

        assertEquals(4, first.uuid().version());
        assertEquals(2, first.uuid().variant());
        assertEquals(first, DraftId.draw(new Random(1)));
        assertNotEquals(first, DraftId.draw(new Random(2)));
    }

    @Test
    void boundsTheMailersOwnWords() {
        assertEquals(100, plan("x".repeat(100)).reference().length());
        assertThrows(IllegalArgumentException.class, () -> plan("x".repeat(101)));
        assertThrows(IllegalArgumentException.class, () -> plan("two\nlines"));
    }

    @Test
    void countsPiecesFromZero() {
        assertThrows(
                IllegalArgumentException.class, () -> new PieceId(DraftId.draw(new Random(1)), -1));
    }

    private static Draft draft(int pieces, int plans) {
        var piece =
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        ZIP,
                        ZIP,
                        LocalDate.of(2026, 11, 23));
        var quote =
                new Quote(
                        new QuoteId(Bytes.of(new byte[QuoteId.LENGTH])),
                        LocalDate.of(2026, 7, 12),
                        Collections.nCopies(
                                pieces, new PricedMailpiece(piece, Postage.ofCents(74))),
                        Postage.ofCents(74L * pieces));
        return new Draft(DraftId.draw(new Random(1)), quote, Collections.nCopies(plans, plan("")));
    }

    private static PrintPlan.Kept plan(String reference) {
        return new PrintPlan.Kept(ADDRESS, ADDRESS, "label", "First-Class Mail", reference, "");
    }
}
