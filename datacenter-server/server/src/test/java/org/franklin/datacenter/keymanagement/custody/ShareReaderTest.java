package org.franklin.datacenter.keymanagement.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.custody.Choice;
import org.franklin.box.custody.Custodian;
import org.franklin.box.custody.Making;
import org.franklin.box.custody.Presented;
import org.franklin.box.custody.Share;
import org.franklin.box.custody.ShareWords;
import org.franklin.box.custody.Terms;
import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.prompt.Keyboard;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

class ShareReaderTest {

    private final Making.Made made = made();
    private final Terms.ByShares terms = (Terms.ByShares) made.custody().terms();
    private final List<String> one = ShareWords.of(made.shares().get(0));
    private final List<String> two = ShareWords.of(made.shares().get(1));
    private final Typist typist = new Typist();

    @Test
    void takesLinesUntilAShareIsWhole() throws Exception {
        for (int line = 0; line < 8; line++) {
            typist.types(one.subList(5 * line, 5 * line + 5));
        }
        typist.types(two);

        assertEquals(made.shares().subList(0, 2), given());
        assertEquals("Words of share 1 of 2", typist.prompts.getFirst());
        assertEquals("  35 more words", typist.prompts.get(1));
        assertEquals("Words of share 2 of 2", typist.prompts.getLast());
    }

    @Test
    void asksAPersonWhoMistypedAgain() throws Exception {
        var wrong = new ArrayList<>(one);
        wrong.set(12, "hello");
        typist.types(wrong);
        typist.types(one);
        typist.types(two);

        assertEquals(made.shares().subList(0, 2), given());
        assertEquals(
                "Word 13 of share 1 of 2 (line 3, place 3) is mistyped: it is not a word of any"
                        + " share.\nWords of share 1 of 2",
                typist.prompts.get(1));
    }

    @Test
    void asksNoProgramAgain() throws Exception {
        var wrong = new ArrayList<>(one);
        wrong.set(39, wrong.get(38));
        var keyboard =
                Keyboard.of(
                        new ByteArrayInputStream(
                                String.join(" ", wrong).getBytes(StandardCharsets.UTF_8)));

        var given =
                assertInstanceOf(
                        Secrets.Given.NotGiven.class,
                        new ShareReader(terms, () -> keyboard).read(List.of()));
        assertTrue(given.sentence().startsWith("The checksum of share 1 of 2 fails"));
    }

    @Test
    void anEmptyLineEndsTheAsking() throws Exception {
        typist.types(one);
        assertEquals(made.shares().subList(0, 1), given());
    }

    @Test
    void aKeyboardGivesALineAtATimeAndNoMore() throws Exception {
        var in =
                new ByteArrayInputStream(
                        "first\r\nsecond\nth\u00e4rd".getBytes(StandardCharsets.UTF_8));

        assertEquals(Optional.of(secret("first")), Keyboard.of(in).line(""));
        assertEquals(Optional.of(secret("second")), Keyboard.of(in).line(""));
        assertEquals(Optional.of(secret("th\u00e4rd")), Keyboard.of(in).line(""));
        assertEquals(Optional.empty(), Keyboard.of(in).line(""));
    }

    private List<Share> given() throws IOException {
        var given = new ShareReader(terms, () -> typist).read(List.of());
        var what = assertInstanceOf(Secrets.Given.What.class, given).presented();
        return assertInstanceOf(Presented.Shares.class, what).shares();
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.take(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Making.Made made() {
        var custodian = new Custodian(new SecureRandom());
        return assertInstanceOf(
                Making.Made.class, custodian.first(custodian.sealKey(), new Choice.ByShares(2, 3)));
    }

    /// A person who types what is written down for them, and remembers what they were asked.
    private static final class Typist implements Keyboard {

        private final Deque<String> lines = new ArrayDeque<>();
        private final List<String> prompts = new ArrayList<>();

        void types(List<String> words) {
            lines.add(String.join(" ", words));
        }

        @Override
        public boolean isPerson() {
            return true;
        }

        @Override
        public Optional<SecretBytes> line(String prompt) {
            prompts.add(prompt);
            return Optional.ofNullable(lines.poll()).map(ShareReaderTest::secret);
        }
    }
}
