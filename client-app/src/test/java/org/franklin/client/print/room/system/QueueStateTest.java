package org.franklin.client.print.room.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

class QueueStateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    printer-info=PDF printer-state=3                        | PDF
                    printer-info='Office laser' printer-state=3             | Office laser
                    printer-info='Bob's "new" one, 2nd' printer-state=3     | Bob's "new" one, 2nd
                    printer-info="it's" printer-state=3                     | it's
                    printer-state=3 printer-info='At the end'               | At the end
                    printer-info printer-location=Hall printer-state=3      | ~~
                    my-printer-info=Hall printer-state=3                    | ~~
                    """)
    void readsATitleWithAnyMarksInIt(String attributes, String title) {
        assertEquals(title, QueueState.read(attributes).orElseThrow().title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "printer-state",
                "printer-state=",
                "printer-state=7",
                "printer-state=33",
                "a-printer-state=3",
                "lpoptions: Unable to connect"
            })
    void whatIsNoStateIsNone(String attributes) {
        assertEquals(Optional.empty(), QueueState.read(attributes));
    }

    @Test
    void ofManyTroublesTheOneToMendFirstIsTold() {
        var state =
                QueueState.read(
                        "printer-state=5 printer-state-reasons=paused,media-empty,media-jam-error");

        assertEquals(Optional.of(Hindrance.JAMMED), state.orElseThrow().halt());
    }

    @Test
    void noTextMakesItFail() {
        var random = new SplittableRandom(5);
        String alphabet = "printer-statinfo=345 '\"\\,\n\u0000é";
        for (int i = 0; i < 2_000; i++) {
            String text =
                    random.ints(random.nextInt(200), 0, alphabet.length())
                            .mapToObj(index -> alphabet.substring(index, index + 1))
                            .collect(Collectors.joining());

            var state = QueueState.read(text + " printer-state=3 " + text);
            assertEquals(QueueState.Doing.IDLE, state.orElseThrow().doing());
        }
    }
}
