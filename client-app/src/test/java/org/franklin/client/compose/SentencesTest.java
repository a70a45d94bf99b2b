package org.franklin.client.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.Paid;
import org.franklin.client.compose.Said.Deed;
import org.franklin.client.compose.form.Filled;
import org.franklin.client.compose.payment.Price;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.compose.preview.Picture;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.print.room.Printing;
import org.franklin.client.shell.ShellModel;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Tone;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

class SentencesTest {

    private static final Pattern MONEY_FIRST =
            Pattern.compile(
                    "(You were charged \\$0\\.74[.,]|You were not charged\\.|Nothing was charged\\."
                            + "|Nothing was taken\\.|We are (still )?checking whether ).*");
    private static final Pattern NOT_OUR_TONE =
            Pattern.compile("(?i)\\b(please|oops|error|failed|invalid|successfully)\\b|!|[{}]");
    private static final Pattern MNEMONIC = Pattern.compile("_(\\p{L})");

    /// Its buttons are beside every window.
    private static final List<String> SHELL = List.of("add.funds", "sign.out");

    private final Sentences sentences = new Sentences();
    private final Texts texts = Texts.of(Sentences.class);

    static List<Stage> stages() {
        return Samples.of(Stage.class);
    }

    static List<Refusal> refusals() {
        return Samples.of(Refusal.class);
    }

    @Test
    void noKindOfRefusalOrStageIsLeftOut() {
        assertEquals(kinds(Refusal.class), kindsOf(refusals()));
        assertEquals(kinds(Stage.class), kindsOf(stages()));
        assertEquals(
                Set.of(Doubt.values()),
                new HashSet<>(
                        stages().stream()
                                .filter(Stage.Checking.class::isInstance)
                                .map(stage -> ((Stage.Checking) stage).doubt())
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void everyStageHasItsWords(Stage stage) {
        var now = at(stage);
        var words = new ArrayList<String>();
        words.add(sentences.face(now.offer()).text());
        words.add(sentences.hint(now));
        words.add(texts.say(sentences.beside(now.offer())));
        sentences
                .notice(now, Optional.empty())
                .ifPresent(said -> words.addAll(List.of(said.title(), said.text())));
        sentences.details(now).ifPresent(said -> words.addAll(List.of(said.title(), said.text())));

        for (String each : words) {
            assertFalse(each.isBlank());
            assertFalse(NOT_OUR_TONE.matcher(each).find(), each);
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void theFirstSentenceSaysTheMoney(Stage stage) {
        var said = sentences.notice(at(stage), Optional.empty());
        said.ifPresent(notice -> {
            assertTrue(MONEY_FIRST.matcher(notice.title()).matches(), notice.title());
            assertTrue(notice.text().endsWith("."), notice.text());
        });

        assertEquals(stage.paid().isPresent(), isSaid("You were charged", said));
        if (stage instanceof Stage.NotCharged) {
            assertTrue(isSaid("You were not charged.", said));
        }
        if (stage instanceof Stage.Checking || stage instanceof Stage.Asking) {
            assertTrue(said.orElseThrow().title().endsWith("checking whether you were charged."));
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aToneFitsTheMoney(Stage stage) {
        var tone = sentences.notice(at(stage), Optional.empty()).map(Said::tone);
        switch (stage) {
            case Stage.Found _, Stage.Printing _, Stage.Printed _ ->
                    assertEquals(Optional.of(Tone.SUCCESS), tone);
            case Stage.Unprinted _, Stage.Checking _, Stage.Asking _, Stage.FundsInDoubt _ ->
                    assertEquals(Optional.of(Tone.WARNING), tone);
            case Stage.NotCharged(Refusal.MeterLocked _) ->
                    assertEquals(Optional.of(Tone.DANGER), tone);
            case Stage.NotCharged _, Stage.CannotPrint _, Stage.FundsNotTaken _ ->
                    assertEquals(Optional.of(Tone.ACCENT), tone);
            case Stage.Open _, Stage.Adding _, Stage.Reserving _, Stage.Signing _ ->
                    assertEquals(Optional.empty(), tone);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void oneButtonHelpsAfterARefusal(Refusal why) {
        var deeds = notice(new Stage.NotCharged(why)).deeds();

        switch (why) {
            case Refusal.MeterLocked _ -> assertEquals(List.of(Deed.DETAILS), deeds);
            case Refusal.InsufficientFunds _ -> assertEquals(List.of(Deed.OTHER_AMOUNT), deeds);
            case Refusal.SignedOut _, Refusal.NotEnrolled _ ->
                    assertEquals(List.of(Deed.SIGN_ON), deeds);
            case Refusal.PriceChanged _, Refusal.WrongDate _, Refusal.GivenUp _ ->
                    assertEquals(List.of(), deeds, "the filled button, or another day");
            case Refusal.Offline _,
                    Refusal.DoesNotAnswer _,
                    Refusal.NotTrusted _,
                    Refusal.WaitsFor _,
                    Refusal.Overtaken _,
                    Refusal.NeverAsked _,
                    Refusal.Unreadable _,
                    Refusal.Earlier _,
                    Refusal.Said _ ->
                    assertEquals(List.of(Deed.TRY_AGAIN), deeds);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aPriceThatIsNotKnownSaysThatNothingWasCharged(Refusal why) {
        var now = at(new Stage.Open(), new Price.NotKnown(why));
        var said = sentences.notice(now, Optional.empty()).orElseThrow();

        assertEquals("Nothing was charged.", said.title());
        boolean isOut = why instanceof Refusal.SignedOut || why instanceof Refusal.NotEnrolled;
        assertEquals(List.of(isOut ? Deed.SIGN_ON : Deed.TRY_AGAIN), said.deeds());
    }

    @Test
    void whoIsSignedOutSignsOnBeforeAnythingCanBeChecked() {
        for (Stage stage : stages()) {
            if (stage instanceof Stage.Checking(_, _, _, var doubt, _)) {
                var helps = doubt == Doubt.SIGNED_OUT ? Deed.SIGN_ON : Deed.CHECK;
                assertEquals(List.of(helps), notice(stage).deeds());
            }
            if (stage instanceof Stage.FundsInDoubt(_, var doubt, _)) {
                var helps = doubt == Doubt.SIGNED_OUT ? Deed.SIGN_ON : Deed.CHECK;
                assertEquals(List.of(helps), notice(stage).deeds());
            }
        }
        var notTaken = new Stage.FundsNotTaken(new Refusal.SignedOut());
        assertEquals(List.of(Deed.SIGN_ON), notice(notTaken).deeds());
    }

    @Test
    void afterManyAskingsItSaysThatItIsStillChecking() {
        var titles = new HashSet<String>();
        for (Stage stage : stages()) {
            if (stage instanceof Stage.Checking(_, _, var times, _, _)) {
                titles.add(times + " " + notice(stage).title());
            }
        }

        assertEquals(
                Set.of(
                        "1 We are checking whether you were charged.",
                        "7 We are still checking whether you were charged."),
                titles);
    }

    @Test
    void theDetailsOfALockedMeterAreWhatTheDataCenterSaid() {
        var locked = new Stage.NotCharged(new Refusal.MeterLocked("Locked at 09:14."));

        assertFalse(notice(locked).text().contains("09:14"));
        assertTrue(sentences.details(at(locked)).orElseThrow().text().endsWith("Locked at 09:14."));
        assertEquals(Optional.empty(), sentences.details(at(new Stage.Open())));
    }

    @Test
    void aSampleSaysThatItIsFree() {
        for (Printing printing : Samples.of(Printing.class)) {
            var said = sentences.notice(at(new Stage.Open()), Optional.of(printing)).orElseThrow();
            assertEquals("Nothing was charged.", said.title());
        }
    }

    @Test
    void everyStepAndEveryOfferHasItsWords() {
        for (Offer offer : Samples.of(Offer.class)) {
            assertFalse(sentences.face(offer).text().isBlank());
            assertFalse(texts.say(sentences.beside(offer)).isBlank());
        }
        for (Deed deed : Deed.values()) {
            assertFalse(texts.say("deed", deed).isBlank());
        }
        for (Steps.Step step : Steps.Step.values()) {
            assertFalse(texts.say("step", step).isBlank());
        }
    }

    /// With Alt, a letter leads to one place only.
    @Test
    void noTwoMnemonicsThatAreSeenAtOnceAreTheSame() {
        var fields = List.of("from", "to", "class", "weight", "date", "stock", "printer");
        var shell = Texts.of(ShellModel.class);
        var notes = List.of("cost.code", "reference");
        for (Stage stage : stages()) {
            var now = at(stage);
            var seen = new ArrayList<String>();
            SHELL.forEach(key -> seen.add(shell.say(key)));
            fields.forEach(key -> seen.add(texts.say(key)));
            var said = sentences.notice(now, Optional.empty());
            if (said.isEmpty()) {
                notes.forEach(key -> seen.add(texts.say(key)));
            }
            said.ifPresent(
                    notice -> notice.deeds().forEach(deed -> seen.add(texts.say("deed", deed))));
            seen.add(sentences.face(now.offer()).text());
            seen.add(texts.say(sentences.beside(now.offer())));
            if (stage instanceof Stage.Checking || stage instanceof Stage.Asking) {
                seen.add(texts.say("copy"));
            }
            var letters = new HashSet<String>();
            for (String each : seen) {
                var letter = MNEMONIC.matcher(each);
                if (letter.find()) {
                    assertTrue(
                            letters.add(letter.group(1).toLowerCase(Locale.ROOT)),
                            stage + ": " + each);
                }
            }
        }
    }

    private Said notice(Stage stage) {
        return sentences.notice(at(stage), Optional.empty()).orElseThrow();
    }

    private static boolean isSaid(String begin, Optional<Said> said) {
        return said.filter(notice -> notice.title().startsWith(begin)).isPresent();
    }

    private static Situation at(Stage stage) {
        return at(stage, new Price.Quoted(Samples.quote("0.74")));
    }

    private static Situation at(Stage stage, Price price) {
        return new Situation(
                stage,
                new Filled.Complete(Samples.piece(), Paid.plan()),
                new Picture.None(),
                price,
                Optional.of(Postage.parse("87.26")),
                true);
    }

    private static Set<Class<?>> kinds(Class<?> sealed) {
        return Set.of(sealed.getPermittedSubclasses());
    }

    private static Set<Class<?>> kindsOf(List<?> values) {
        var kinds = new HashSet<Class<?>>();
        values.forEach(value -> kinds.add(value.getClass()));
        return kinds;
    }
}
