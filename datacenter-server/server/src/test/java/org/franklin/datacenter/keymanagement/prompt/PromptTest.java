package org.franklin.datacenter.keymanagement.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.prompt.SecretFile.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a new passphrase is asked for.
class PromptTest {

    private static final String WORDS = "correct horse battery staple";

    @TempDir Path folder;

    @Test
    void aPersonIsAskedTwice() throws IOException {
        var typist = new Typist(WORDS, WORDS);

        assertEquals(read(WORDS), Prompt.newPassphrase(typist, "New passphrase"));
        assertEquals(List.of("New passphrase", "Once more"), typist.asked);
    }

    @Test
    void aSlipIsRefused() throws IOException {
        assertSays(
                "The two are not the same",
                Prompt.newPassphrase(new Typist(WORDS, "correct horse batery staple"), "New"));
        assertSays("The two are not the same", Prompt.newPassphrase(new Typist(WORDS, ""), "New"));
        assertSays(
                "Nothing was given for: New", Prompt.newPassphrase(new Typist("", WORDS), "New"));
    }

    @Test
    void whatIsTooShortIsNotAskedForAgain() throws IOException {
        var typist = new Typist("fourteen chars", "fourteen chars");

        assertSays("at least 15 characters", Prompt.newPassphrase(typist, "New"));
        assertEquals(1, typist.asked.size());
        assertSays(
                "at least 15 characters",
                Prompt.newPassphrase(new Typist("\u00e4".repeat(14)), "New"));
        assertEquals(
                read("\u00e4".repeat(15)),
                Prompt.newPassphrase(new Typist("\u00e4".repeat(15), "\u00e4".repeat(15)), "New"));
    }

    @Test
    void aProgramSendsItOnce() throws IOException {
        var in = new ByteArrayInputStream((WORDS + "\nthe next line\n").getBytes(UTF_8));

        assertEquals(read(WORDS), Prompt.newPassphrase(Keyboard.of(in), "New"));
        assertEquals("the next line\n", new String(in.readAllBytes(), UTF_8));
    }

    @Test
    void aFileGivesItsFirstLine() throws IOException {
        var file = Files.writeString(folder.resolve("file"), WORDS + "\r\na note\n");
        var small = Files.writeString(folder.resolve("small"), "short\n" + WORDS);

        assertEquals(read(WORDS), Prompt.newPassphrase(file, "New"));
        assertSays("at least 15 characters", Prompt.newPassphrase(small, "New"));
        assertEquals(read("short"), Prompt.known(small, "PIN"));
        assertSays("There is no file", Prompt.newPassphrase(folder.resolve("none"), "New"));
    }

    private static Read read(String words) {
        return new Read.Secret(SecretBytes.take(words.getBytes(UTF_8)));
    }

    private static void assertSays(String words, Read read) {
        var sentence = assertInstanceOf(Read.None.class, read).sentence();
        assertTrue(sentence.contains(words), sentence);
    }

    /// A person who types these lines.
    private static final class Typist implements Keyboard {

        private final List<String> asked = new ArrayList<>();
        private final List<String> lines;

        Typist(String... lines) {
            this.lines = new ArrayList<>(List.of(lines));
        }

        @Override
        public boolean isPerson() {
            return true;
        }

        @Override
        public Optional<SecretBytes> line(String prompt) {
            asked.add(prompt);
            return Optional.of(lines.removeFirst())
                    .filter(line -> !line.isEmpty())
                    .map(line -> SecretBytes.take(line.getBytes(UTF_8)));
        }
    }
}
