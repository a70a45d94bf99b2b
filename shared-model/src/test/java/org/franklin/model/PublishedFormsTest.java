package org.franklin.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The examples in the documents are the ones in the tests.
class PublishedFormsTest {

    private static final Pattern BYTES = Pattern.compile("(?:[0-9a-f]{2} {1,2})*[0-9a-f]{2}");

    @Test
    void theIndiciumIsTheLetter() {
        var letter = Goldens.read(Goldens.file("indicium/golden/letter.properties"));

        assertEquals(
                letter.substring(letter.indexOf("symbol = ") + 9).strip(),
                example("docs/indicium.md", 4));
    }

    @Test
    void theTokensAreTheSample() {
        assertEquals(
                Goldens.read(Goldens.file("indicium/tokens.hex")).strip(),
                example("docs/tokens.md", 4));
    }

    @Test
    void theRequestIsTheCancel() {
        assertEquals(
                Goldens.read(Goldens.file("canonical/golden/cancel.hex")).strip(),
                example("docs/canonical.md", 0));
    }

    /// The bytes in the first block of a document, which stand behind an offset of some width.
    private static String example(String document, int offset) {
        var block = Goldens.read(Path.of(document)).split("```\n", 3)[1];
        return List.of(block.split("\n", -1)).stream()
                .filter(line -> line.length() > offset)
                .map(line -> BYTES.matcher(line.substring(offset)))
                .filter(bytes -> bytes.lookingAt())
                .map(bytes -> bytes.group().replace(" ", ""))
                .collect(Collectors.joining());
    }
}
