package org.franklin.client.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.mail.Address;
import org.franklin.model.mail.ZipCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class AddressTextTest {

    private static final Address DANA =
            new Address(
                    List.of("Dana Whitfield", "2140 SW Harbor St"),
                    "Portland",
                    "OR",
                    new ZipCode("97201"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dana Whitfield\n2140 SW Harbor St\nPortland OR 97201",
                "Dana Whitfield\n2140 SW Harbor St\nPortland, Oregon 97201",
                "  Dana   Whitfield \r\n\r\n2140 SW Harbor St\r\nPortland, or. 97201\r\n\r\n",
                "Dana Whitfield\n2140 SW Harbor St\nPortland\nOR 97201\nU.S.A.",
                "Dana Whitfield, 2140 SW Harbor St, Portland, OR 97201",
                "Dana Whitfield, 2140 SW Harbor St, Portland, OR, 97201, United States"
            })
    void readsABlockHoweverItIsWritten(String text) {
        assertEquals(new Reading.Complete(DANA), AddressText.read(text));
    }

    @Test
    void readsStatesOfSeveralWordsAndTheLongZipCode() {
        var address = complete("Ana Ruiz\n1 Main St\nNorth Platte, New  Mexico 87571-0412");

        assertEquals("North Platte", address.city());
        assertEquals("NM", address.state());
        assertEquals("87571-0412", address.zip().toString());
        assertEquals("WV", complete("A\n1 B St\nCharleston West Virginia 25301").state());
        assertEquals("DC", complete("A\n1 B St\nWashington District of Columbia 20001").state());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|ALL",
                "Dana Whitfield|ZIP",
                "Dana Whitfield~2140 SW Harbor St|ZIP",
                "Dana Whitfield~2140 SW Harbor St~Portland OR|ZIP",
                "Dana Whitfield~2140 SW Harbor St~Portland 97201|STATE",
                "Dana Whitfield~2140 SW Harbor St~97201|STATE",
                "Dana Whitfield~OR 97201|CITY",
                "Dana Whitfield~Portland OR 97201|STREET",
                "Portland OR 97201|STREET",
                "a~b~c~d~e 1~Portland OR 97201|LINES",
                "Dana~A street whose name is longer than any envelope bears 1~Portland OR"
                        + " 97201|LINE",
                "Dana~2140 SW Harbor St~Portland OR 972011|ZIP",
                "Dana~2140 SW Harbor St~Portland OR 97201-44|ZIP"
            })
    void saysWhatIsMissingFirst(String text, Gap gap) {
        var reading = AddressText.read(text.replace('~', '\n'));

        assertEquals(gap, assertInstanceOf(Reading.Lacking.class, reading).gap());
    }

    @Test
    void anyTextIsAnAddressThatCanBePrintedOrLacksSomething() {
        long seed = 20261122;
        var random = new SplittableRandom(seed);
        String[] pieces = {
            "Dana",
            " ",
            "\n",
            ",",
            "OR",
            "97201",
            "-4418",
            "Oregon",
            "12",
            "\u202e",
            "ß",
            "é",
            "\t",
            "USA",
            "St",
            "\ud83d\ude00",
            "\ud83d",
            "New York",
            "\u0000"
        };
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int words = random.nextInt(14); words > 0; words--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            switch (AddressText.read(text.toString())) {
                case Reading.Complete(var address) ->
                        assertEquals(
                                new Reading.Complete(address),
                                AddressText.read(String.join("\n", written(address))),
                                "seed " + seed + ", text " + i);
                case Reading.Lacking(var gap, _) ->
                        assertTrue(
                                gap != Gap.ALL || AddressText.lines(text.toString()).size() <= 1);
            }
        }
    }

    @Test
    void refusesATextThatIsNoAddressAtAllWithoutReadingIt() {
        assertEquals(new Reading.Lacking(Gap.LINES, ""), AddressText.read("1 ".repeat(1_000_000)));
    }

    private static List<String> written(Address address) {
        var lines = new ArrayList<>(address.lines());
        lines.add(address.city() + " " + address.state() + " " + address.zip());
        return lines;
    }

    private static Address complete(String text) {
        return assertInstanceOf(Reading.Complete.class, AddressText.read(text)).address();
    }
}
