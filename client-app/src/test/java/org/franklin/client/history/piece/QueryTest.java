package org.franklin.client.history.piece;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.ui.control.PieceState;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

class QueryTest {

    private static final List<String> NAMES =
            List.of("José Núñez", "Dana O’Brien", "Pell & Sons", "DANA WHITFIELD", "Wren Whit");
    private static final List<String> CITIES =
            List.of("Taos", "Old Lyme", "Portland", "Port Orford");
    private static final Computer HERE = new Computer(new DeviceId(1), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "jose, true",
        "NUÑEZ, true",
        "nunez taos, true",
        "taos nunez, true",
        "unez, false",
        "87571, true",
        "87571-0412, true",
        "875710412, true",
        "412, false",
        "17 old, true",
        "inv-7, true",
        "7701, true",
        "nm, true",
        "albany, false",
        "'   ', true",
        "'-,.', true"
    })
    void findsWhatBeginsAWord(String text, boolean isFound) {
        var to =
                new Address(
                        List.of("José Núñez", "17 Old Mill Ln"), "Taos", "NM", zip("87571-0412"));
        var ledger = ledger(List.of(noted(Paid.letter("2026-11-20T16:03:00Z", to, 1))));

        assertEquals(isFound, Query.ALL.withText(text).in(ledger) instanceof Listing.Found, text);
    }

    @Test
    void findsAPieceByItsNumber() {
        var bought = letter("2026-11-20T16:03:00Z", "Dana", "Taos", 1);
        long number = bought.pieces().getFirst().indicium().indicium().pieceCount();

        assertEquals(1, found(Query.ALL.withText(Long.toString(number)), List.of(bought)).size());
    }

    @Test
    void agreesWithASlowSearchOverManyPieces() {
        var random = new Random(20261123);
        var drafts = new ArrayList<Purchase>();
        for (int i = 0; i < 2_000; i++) {
            var time = Instant.parse("2026-01-01T12:00:00Z").plusSeconds(14_000L * i);
            drafts.add(
                    letter(
                            time.toString(),
                            any(NAMES, random),
                            any(CITIES, random),
                            random.nextInt(3)));
        }
        var ledger = ledger(drafts);
        for (int i = 0; i < 200; i++) {
            var query = any(random);
            var slow = ledger.rows().stream().filter(row -> fitsSlowly(query, row)).toList();
            var listing = query.in(ledger);

            if (slow.isEmpty()) {
                assertEquals(new Listing.NoneFits(query), listing);
            } else {
                var found = assertInstanceOf(Listing.Found.class, listing);
                assertEquals(slow, found.rows(), query.toString());
                assertEquals(slow.size(), found.found().pieces());
                assertEquals(2_000, found.all().pieces());
            }
        }
    }

    @Test
    void listsTheNewestFirstAndItsMonths() {
        var ledger =
                ledger(
                        List.of(
                                letter("2026-09-30T23:59:00Z", "A", "Taos", 1),
                                letter("2026-11-20T16:03:00Z", "B", "Taos", 1),
                                letter("2026-10-01T00:01:00Z", "C", "Taos", 1)));

        assertEquals(
                List.of(YearMonth.of(2026, 11), YearMonth.of(2026, 10), YearMonth.of(2026, 9)),
                ledger.months());
        assertTrue(
                ledger.rows()
                        .getFirst()
                        .entry()
                        .time()
                        .isAfter(ledger.rows().get(1).entry().time()));
        assertEquals(new Listing.None(), Query.ALL.in(Ledger.EMPTY));
    }

    private static Query any(Random random) {
        var words = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            String word = any(random.nextBoolean() ? NAMES : CITIES, random);
            String part = word.split("[ ’]", -1)[0];
            words.append(part, 0, 1 + random.nextInt(part.length())).append(' ');
        }
        return new Query(
                words.toString(),
                random.nextBoolean() ? Set.of() : Set.of(any(states(), random)),
                random.nextBoolean()
                        ? Set.of()
                        : Set.of(YearMonth.of(2026, 1 + random.nextInt(12))));
    }

    private static List<PieceState> states() {
        return List.of(PieceState.NOT_PRINTED, PieceState.PRINTED, PieceState.PRINTED_AGAIN);
    }

    /// Word by word, from the piece itself.
    private static boolean fitsSlowly(Query query, Row row) {
        var here = assertInstanceOf(Entry.Here.class, row.entry());
        var plan = assertInstanceOf(PrintPlan.Kept.class, here.piece().plan());
        String all =
                plan.to().lines().getFirst() + " " + plan.to().city() + " NM 12 Spruce St 87571";
        var words = List.of(plain(all).split("[ ’&]+", -1));
        return List.of(plain(query.text()).strip().split(" +", -1)).stream()
                        .allMatch(
                                wanted -> words.stream().anyMatch(word -> word.startsWith(wanted)))
                && (query.states().isEmpty()
                        || query.states().contains(PieceState.of(here.piece())))
                && (query.months().isEmpty()
                        || query.months()
                                .contains(
                                        YearMonth.from(row.entry().time().atZone(ZoneOffset.UTC))));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('é', 'e').replace('ú', 'u').replace('ñ', 'n');
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<Row> found(Query query, List<Purchase> drafts) {
        return assertInstanceOf(Listing.Found.class, query.in(ledger(drafts))).rows();
    }

    private static Ledger ledger(List<Purchase> drafts) {
        return Ledger.of(drafts, List.of(), HERE);
    }

    private static Purchase.Charged letter(String time, String name, String city, int printed) {
        return Paid.letter(time, Paid.address(name, city, "NM", "87571"), printed);
    }

    private static Purchase noted(Purchase.Charged bought) {
        var piece = bought.pieces().getFirst();
        var plan = assertInstanceOf(PrintPlan.Kept.class, piece.plan());
        var noted =
                new PrintPlan.Kept(
                        plan.to(), plan.from(), plan.stock(), plan.classText(), "INV-7", "7701");
        return new Purchase.Charged(
                bought.draft(),
                List.of(new PaidPiece(piece.id(), piece.indicium(), noted, piece.printouts())),
                bought.amount(),
                bought.receipt());
    }

    private static ZipCode zip(String text) {
        return ZipCode.parse(text);
    }
}
