package org.franklin.client.compose.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.Paid;
import org.franklin.client.address.Gap;
import org.franklin.client.compose.ComposeModel;
import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.print.Stock;
import org.franklin.client.ui.Texts;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

class PieceFormTest {

    private static final String DANA = "Dana Whitfield\n2140 SW Harbor St\nPortland, OR 97201-4418";
    private static final String OFFICE = "Franklin Demo Office\n12 Spruce St\nAlbany, NY 12207";
    private static final List<ExtraService> SERVICES = List.of(ExtraService.values());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final PieceForm form = new PieceForm(TODAY);

    @Test
    void asksForTheAddressFirstThenForTheSender() {
        assertEquals(new Filled.Lacking("to.all", ""), form.filledProperty().get());

        form.to().textProperty().set(DANA);
        assertEquals(new Filled.Lacking("from.all", ""), form.filledProperty().get());

        form.from().textProperty().set(OFFICE);
        assertInstanceOf(Filled.Complete.class, form.filledProperty().get());
    }

    @ParameterizedTest
    @CsvSource({
        "'Dana Whitfield\nPortland, OR 97201', street",
        "'12 Spruce St\nOR 97201', city",
        "'12 Spruce St\nPortland 97201', state",
        "'12 Spruce St\nPortland, OR', zip",
        "'1\n2\n3\n4\n5\nPortland, OR 97201', lines",
        "'', all"
    })
    void saysWhichPartOfWhichAddressIsMissing(String text, String gap) {
        form.from().textProperty().set(OFFICE);
        form.to().textProperty().set(text);
        assertEquals("to." + gap, lacking().about());

        form.to().textProperty().set(DANA);
        form.from().textProperty().set(text);
        assertEquals("from." + gap, lacking().about());
    }

    @Test
    void quotesTheLineThatIsTooLong() {
        write();
        String line = "1 " + "Long ".repeat(9).strip() + " Street";
        form.to().textProperty().set(line + "\nPortland, OR 97201");

        assertEquals(new Filled.Lacking("to.line", line), lacking());
    }

    @ParameterizedTest
    @EnumSource
    void everyGapHasItsWordsForBothAddresses(Gap gap) {
        var texts = Texts.of(ComposeModel.class);
        for (String address : List.of("to.", "from.")) {
            String words = texts.say("missing." + address + AddressEntry.key(gap), "Line");
            assertFalse(words.contains("{"), words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10",
        "1 oz, 10",
        "1oz, 10",
        "2.5, 25",
        "'2,5 oz', 25",
        "2.5 oz., 25",
        " 3 , 30",
        "0.1, 1",
        "13, 130",
        "1120, 11200",
        "007, 70",
        "1., 10"
    })
    void readsAWeightAsItIsTyped(String typed, int tenths) {
        write();
        form.weightProperty().set(typed);

        assertEquals(new Weight(tenths), complete().piece().weight());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "0.0",
                "-1",
                "1.25",
                "1.2.3",
                "1120.1",
                "9999",
                "10000",
                "one",
                "1 lb",
                "1 oz oz",
                "oz",
                "NaN",
                "1e2",
                "0x1",
                "١",
                "1 2",
                "1\u00a0oz\u0000"
            })
    void asksForTheWeightWhereItCannotBeRead(String typed) {
        write();
        form.weightProperty().set(typed);

        assertEquals(new Filled.Lacking("weight", ""), form.filledProperty().get());
        assertEquals(Optional.empty(), form.priced());
    }

    @Test
    void noTextBringsItDown() {
        var random = new SplittableRandom(23);
        var letters = "0123456789.,oz -,\n\t\u0000é漢\ud83d\ude00ABCnyOR".toCharArray();
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int left = random.nextInt(40); left > 0; left--) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            var fields =
                    List.of(
                            form.to().textProperty(),
                            form.from().textProperty(),
                            form.weightProperty(),
                            form.referenceProperty(),
                            form.costCodeProperty());
            fields.get(random.nextInt(fields.size())).set(text.toString());
            form.addressee();
            form.sender();
            form.priced();
        }
        write();
        form.weightProperty().set("1");
        form.referenceProperty().set("");
        form.costCodeProperty().set("");
        assertEquals(Weight.ofOunces(1), complete().piece().weight());
    }

    @Test
    void aPastedBookIsRefusedAndOnlyItsBeginIsShown() {
        write();
        form.to().textProperty().set("12 Spruce St\n".repeat(100_000));

        assertEquals("to.lines", lacking().about());
        assertTrue(form.addressee().lines().size() < 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1997-12-31", "+10000-01-01", "-0001-01-01"})
    void asksForAnotherDayWhereNoPieceHasOne(LocalDate day) {
        write();
        form.dateProperty().set(day);

        assertEquals(new Filled.Lacking("date", ""), form.filledProperty().get());
        assertEquals(Optional.empty(), form.priced());
    }

    @Test
    void aNoteIsAtMostAHundredLettersLong() {
        write();
        form.referenceProperty().set("r".repeat(100));
        form.costCodeProperty().set(" c ");
        assertEquals("c", complete().plan().costCode());
        assertEquals(100, complete().plan().reference().length());

        form.referenceProperty().set("r".repeat(101));
        assertEquals("note", lacking().about());

        form.referenceProperty().set("a\tb");
        assertEquals("note", lacking().about());
    }

    @Test
    void aReturnReceiptComesWithCertifiedMailAndOneKindIsEnough() {
        write();
        choose(ExtraService.RETURN_RECEIPT, true);
        assertEquals(
                List.of(ExtraService.CERTIFIED_MAIL, ExtraService.RETURN_RECEIPT),
                complete().piece().services());

        choose(ExtraService.RETURN_RECEIPT_ELECTRONIC, true);
        assertEquals(
                List.of(ExtraService.CERTIFIED_MAIL, ExtraService.RETURN_RECEIPT_ELECTRONIC),
                complete().piece().services());

        choose(ExtraService.RETURN_RECEIPT_ELECTRONIC, false);
        assertEquals(List.of(ExtraService.CERTIFIED_MAIL), complete().piece().services());

        choose(ExtraService.RETURN_RECEIPT, true);
        choose(ExtraService.CERTIFIED_MAIL, false);
        assertEquals(List.of(), complete().piece().services());
    }

    @Test
    void whateverIsTickedThePieceCanBeMailed() {
        write();
        var seen = new ArrayList<List<ExtraService>>();
        form.filledProperty().subscribe(_ -> seen.add(complete().piece().services()));
        var random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            var service = SERVICES.get(random.nextInt(SERVICES.size()));
            choose(service, random.nextBoolean());
        }

        assertTrue(seen.size() > 50);
        for (var services : seen) {
            long receipts =
                    services.stream().filter(each -> each != ExtraService.CERTIFIED_MAIL).count();
            assertTrue(receipts <= 1, services.toString());
            assertTrue(
                    receipts == 0 || services.contains(ExtraService.CERTIFIED_MAIL),
                    services.toString());
        }
    }

    @Test
    void followsTheHabitsOfTheLastPiece() {
        form.follow(Habits.NONE.after(Paid.plan(), "Labels"));

        assertEquals(Paid.plan().from(), form.from().address().orElseThrow());
        assertEquals(Stock.ENVELOPE_10, form.stockProperty().get());

        form.follow(new Habits(List.of(), List.of(), "LABEL_4X6", ""));
        assertEquals(Stock.LABEL_4X6, form.stockProperty().get());
    }

    @Test
    void habitsThatCameLateOrFromAnotherTimeChangeNothingThatIsWritten() {
        write();
        var habits = Habits.NONE.after(Paid.plan(), "Labels");
        form.follow(new Habits(habits.senders(), List.of(), "PAPYRUS", "Labels"));

        assertEquals(OFFICE, form.from().textProperty().get());
        assertEquals(Stock.ENVELOPE_10, form.stockProperty().get());
    }

    @Test
    void pricesThePieceBeforeItsAddressesAreWritten() {
        form.weightProperty().set("3");
        var piece = form.priced().orElseThrow();
        assertEquals(Weight.ofOunces(3), piece.weight());
        assertEquals(TODAY, piece.mailingDate());

        write();
        assertEquals("97201-4418", priced().destination().toString());
        assertEquals("12207", priced().origin().toString());
    }

    @Test
    void tellsEveryChangeAlsoWhileSomethingElseIsMissing() {
        var heard = new ArrayList<String>();
        form.whenWritten(() ->
                heard.add(
                        form.weightProperty().get()
                                + form.stockProperty().get()
                                + form.sender().lines()));
        form.weightProperty().set("2");
        form.weightProperty().set("3");
        form.stockProperty().set(Stock.LABEL_4X6);
        form.from().textProperty().set("Frank");

        assertEquals(
                List.of("2ENVELOPE_10[]", "3ENVELOPE_10[]", "3LABEL_4X6[]", "3LABEL_4X6[FRANK]"),
                heard);
    }

    private void write() {
        form.to().textProperty().set(DANA);
        form.from().textProperty().set(OFFICE);
    }

    private void choose(ExtraService service, boolean is) {
        form.chosenProperty(service).set(is);
    }

    private Filled.Complete complete() {
        return assertInstanceOf(Filled.Complete.class, form.filledProperty().get());
    }

    private Filled.Lacking lacking() {
        return assertInstanceOf(Filled.Lacking.class, form.filledProperty().get());
    }

    private Mailpiece priced() {
        return form.priced().orElseThrow();
    }
}
