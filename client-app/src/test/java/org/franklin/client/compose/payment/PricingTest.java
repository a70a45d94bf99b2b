package org.franklin.client.compose.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.ui.Scripted;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Quote;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

class PricingTest {

    private static final Mailpiece ONE = piece(1);
    private static final Mailpiece TWO = piece(2);
    private static final long PAUSE = 150;

    private final FakeDesk desk = new FakeDesk();
    private final Scripted time = new Scripted();
    private final Pricing pricing = new Pricing(desk, time);

    @Test
    void waitsForAPauseInTyping() {
        for (int ounces = 1; ounces <= 9; ounces++) {
            pricing.ask(piece(ounces));
            time.pass(PAUSE - 1);
            time.goAll();
        }
        assertEquals(List.of(), desk.quotes);

        time.pass(1);
        time.goAll();
        assertEquals(List.of(1, 4), desk.quotes);
        assertEquals(Postage.parse("3.06"), quoted().total());
    }

    @Test
    void asksForNothingTwice() {
        know(ONE);
        pricing.ask(ONE);
        time.pass(1_000);

        assertEquals(0, time.open());
        assertEquals(2, desk.quotes.size());
    }

    @Test
    void dropsAnAnswerAboutAPieceThatWasChangedMeanwhile() {
        know(ONE);
        pricing.ask(TWO);
        time.pass(PAUSE);
        pricing.ask(piece(3));
        time.goAll();
        assertEquals(ONE, quoted().pieces().getFirst().piece());

        time.pass(PAUSE);
        time.goAll();
        assertEquals(piece(3), quoted().pieces().getFirst().piece());
    }

    @Test
    void whateverOrderAnswersComeInThePriceIsThatOfTheLastWish() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var background = new Scripted();
            var some = new Pricing(new FakeDesk(), background);
            var last = ONE;
            for (int step = 0; step < 60; step++) {
                switch (random.nextInt(3)) {
                    case 0 -> {
                        last = piece(1 + random.nextInt(3));
                        some.ask(last);
                    }
                    case 1 -> background.pass(random.nextInt(200));
                    default -> {
                        if (background.open() > 0) {
                            background.go(random.nextInt(background.open()));
                        }
                    }
                }
            }
            some.ask(last);
            background.pass(1_000);
            while (background.open() > 0) {
                background.go(random.nextInt(background.open()));
            }
            var price = assertInstanceOf(Price.Quoted.class, some.priceProperty().get());
            assertEquals(Paid.quoted(List.of(last)), new Asked.Given<>(price.quote()), "" + seed);
            assertEquals(3, some.extrasProperty().get().size(), "seed " + seed);
        }
    }

    @Test
    void saysPricingOnlyWhereItTakesLongAndStrikesOutThePriceBefore() {
        know(ONE);
        var before = quoted();
        pricing.ask(TWO);
        time.pass(299);
        assertEquals(new Price.Quoted(before), pricing.priceProperty().get());

        time.pass(1);
        assertEquals(new Price.Asking(Optional.of(before)), pricing.priceProperty().get());
        assertEquals(Optional.empty(), pricing.quoteFor(ONE));

        time.goAll();
        assertEquals(TWO, quoted().pieces().getFirst().piece());
    }

    @Test
    void aQuickAnswerIsNeverFollowedByPricing() {
        var shown = new ArrayList<Price>();
        pricing.priceProperty().subscribe(now -> shown.add(now));
        know(ONE);
        time.pass(10_000);

        assertEquals(List.of(new Price.Unknown(), new Price.Quoted(quoted())), shown);
        assertEquals(0, time.steps(), "nothing is left to be done");
    }

    @Test
    void aPieceThatCannotBeMailedSaysWhatToChange() {
        var sentence = "Piece 1: A postcard weighs at most 1 oz.";
        desk.quoting =
                _ ->
                        new Asked.NotGiven<>(
                                new Refusal.Said(
                                        Problem.of(ProblemType.NOT_MAILABLE, sentence, "")));
        know(ONE);
        assertEquals(new Price.NotMailable(sentence), pricing.priceProperty().get());

        time.pass(60_000);
        assertEquals(0, time.open(), "asking again would not change it");
    }

    @Test
    void asksAgainByItselfAfterFiveSeconds() {
        desk.quoting = _ -> new Asked.NotGiven<>(new Refusal.DoesNotAnswer());
        know(ONE);
        assertEquals(
                new Price.NotKnown(new Refusal.DoesNotAnswer()), pricing.priceProperty().get());

        time.pass(4_999);
        assertEquals(0, time.open());
        desk.quoting = Paid::quoted;
        time.pass(1);
        time.goAll();
        assertEquals(ONE, quoted().pieces().getFirst().piece());
        assertEquals(3, pricing.extrasProperty().get().size());
        assertEquals(0, time.steps());
    }

    @Test
    void asksAtOnceWhenTheAccountAnswersAndNeverMoreThanOnceInFiveSecondsByItself() {
        desk.quoting = _ -> new Asked.NotGiven<>(new Refusal.Offline());
        know(ONE);
        pricing.again();
        pricing.again();
        time.goAll();
        int before = desk.quotes.size();
        time.pass(5_000);
        time.goAll();
        time.pass(4_000);
        time.goAll();

        assertEquals(2, desk.quotes.size() - before, "one price, one menu");
        assertEquals(1, time.steps());
    }

    @Test
    void againAsksForNothingThatIsKnown() {
        know(ONE);
        pricing.again();

        assertEquals(0, time.open());
    }

    @Test
    void takesPricesThatMoved() {
        know(ONE);
        var now = quote("0.78", ONE);
        pricing.moved(now);

        assertEquals(Optional.of(now), pricing.quoteFor(ONE));
        assertEquals(Optional.empty(), pricing.quoteFor(TWO));
    }

    @Test
    void asksItselfWhereWhatMovedIsThePriceOfSomethingElse() {
        know(ONE);
        desk.quoting = pieces -> Paid.quotedAt("0.80", pieces);
        pricing.moved(quote("0.78", TWO));
        time.goAll();
        assertEquals(Postage.parse("0.80"), pricing.quoteFor(ONE).orElseThrow().total());

        var none = quote("0.78", ONE);
        pricing.moved(new Quote(none.id(), none.pricesOf(), List.of(), Postage.ZERO));
        time.goAll();
        assertTrue(pricing.quoteFor(ONE).isPresent());
    }

    @Test
    void saysWhatEachServiceAdds() {
        know(ONE);

        assertEquals(
                Map.of(
                        ExtraService.CERTIFIED_MAIL, Postage.parse("5.30"),
                        ExtraService.RETURN_RECEIPT, Postage.parse("5.30"),
                        ExtraService.RETURN_RECEIPT_ELECTRONIC, Postage.parse("5.30")),
                pricing.extrasProperty().get());
    }

    @Test
    void asksForTheMenuOnceForAllServicesOfAPiece() {
        know(ONE);
        know(with(ONE, ExtraService.CERTIFIED_MAIL));
        assertEquals(List.of(1, 4, 1), desk.quotes);

        know(with(TWO, ExtraService.CERTIFIED_MAIL));
        assertEquals(4, desk.quotes.getLast());
    }

    @Test
    void aServiceTickedBeforeTheFirstAnswerDoesNotLoseTheMenu() {
        pricing.ask(ONE);
        time.pass(PAUSE - 1);
        know(with(ONE, ExtraService.CERTIFIED_MAIL));

        assertEquals(3, pricing.extrasProperty().get().size());
    }

    @Test
    void aMenuThatDidNotComeIsAskedForWithTheNextPrice() {
        desk.quoting =
                pieces ->
                        pieces.size() > 1
                                ? new Asked.NotGiven<>(new Refusal.DoesNotAnswer())
                                : Paid.quoted(pieces);
        know(ONE);
        assertEquals(Map.of(), pricing.extrasProperty().get());

        desk.quoting = Paid::quoted;
        know(with(ONE, ExtraService.CERTIFIED_MAIL));
        assertEquals(3, pricing.extrasProperty().get().size());
    }

    @Test
    void aMenuWhosePricesMakeNoSenseAddsNothing() {
        desk.quoting =
                pieces -> {
                    long cents = 900;
                    var priced = new ArrayList<PricedMailpiece>();
                    for (Mailpiece each : pieces) {
                        cents -= 200;
                        priced.add(new PricedMailpiece(each, Postage.ofCents(cents)));
                    }
                    var quote = quote("7.00", ONE);
                    return new Asked.Given<>(
                            new Quote(quote.id(), quote.pricesOf(), priced, Postage.ofCents(700)));
                };
        know(ONE);

        assertEquals(3, pricing.extrasProperty().get().size());
        assertTrue(pricing.extrasProperty().get().values().stream().allMatch(Postage.ZERO::equals));
    }

    private void know(Mailpiece piece) {
        pricing.ask(piece);
        time.pass(PAUSE);
        time.goAll();
    }

    private Quote quoted() {
        return assertInstanceOf(Price.Quoted.class, pricing.priceProperty().get()).quote();
    }

    private static Quote quote(String price, Mailpiece piece) {
        return ((Asked.Given<Quote>) Paid.quotedAt(price, List.of(piece))).value();
    }

    private static Mailpiece piece(int ounces) {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                Weight.ofOunces(ounces),
                List.of(),
                new ZipCode("12207"),
                new ZipCode("97201"),
                LocalDate.of(2026, 11, 23));
    }

    private static Mailpiece with(Mailpiece piece, ExtraService service) {
        return new Mailpiece(
                piece.mailClass(),
                piece.category(),
                piece.weight(),
                List.of(service),
                piece.origin(),
                piece.destination(),
                piece.mailingDate());
    }
}
