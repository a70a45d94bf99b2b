package org.franklin.client.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.compose.ComposeModel;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.funds.FundsModel;
import org.franklin.client.history.HistoryModel;
import org.franklin.client.history.printing.ReprintModel;
import org.franklin.client.history.proof.ReceiptProof;
import org.franklin.client.home.HomeModel;
import org.franklin.client.recovery.RecoveryModel;
import org.franklin.client.shell.ShellModel;
import org.franklin.client.signon.SignOnModel;
import org.franklin.client.signup.SignUpModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class TextsTest {

    private static final Pattern NOT_OUR_TONE =
            Pattern.compile("(?i)\\b(please|oops|error|failed|invalid|successfully)\\b|!");

    static Stream<ResourceBundle> bundles() {
        return Stream.of(
                        Texts.class,
                        ShellModel.class,
                        SignUpModel.class,
                        SignOnModel.class,
                        HomeModel.class,
                        HistoryModel.class,
                        ReprintModel.class,
                        ReceiptProof.class,
                        FundsModel.class,
                        ComposeModel.class,
                        RecoveryModel.class)
                .map(type -> ResourceBundle.getBundle(type.getPackageName() + ".texts"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsWellFormedAndInOurTone(ResourceBundle bundle) {
        for (String key : bundle.keySet()) {
            String text = bundle.getString(key);
            assertFalse(text.isBlank(), key);
            assertFalse(NOT_OUR_TONE.matcher(text).find(), key + ": " + text);
            if (text.contains("{")) {
                // A single quote would switch the values off.
                assertFalse(text.contains("'"), key + ": " + text);
                assertTrue(new MessageFormat(text).getFormats().length > 0, key);
            }
        }
    }

    @Test
    void putsValuesInAsTheyAreToBeRead() {
        assertEquals("State: 1,000", Texts.of(Texts.class).say("piece.spoken", "1,000"));
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void everyDoubtHasItsWords(Doubt doubt) {
        assertTrue(new Wording().of(doubt).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Refusal.SignedOut.class,
                Refusal.Offline.class,
                Refusal.DoesNotAnswer.class,
                Refusal.GivenUp.class,
                Refusal.Overtaken.class,
                Refusal.NeverAsked.class
            })
    void refusalsHaveWordsWithoutTheMoney(Class<? extends Refusal> kind)
            throws ReflectiveOperationException {
        String words = new Wording().of(kind.getDeclaredConstructor().newInstance());

        assertTrue(words.endsWith("."), words);
        assertFalse(words.contains("charged"), words);
    }
}
