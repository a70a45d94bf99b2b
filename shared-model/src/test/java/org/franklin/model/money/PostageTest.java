package org.franklin.model.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;

class PostageTest {

    private static final Postage MOST = new Postage(Long.MAX_VALUE);

    @ParameterizedTest
    @CsvSource({
        "0, $0.00",
        "1, $0.001",
        "10, $0.01",
        "593, $0.593",
        "740, $0.74",
        "100000, $100.00",
        "16777215, $16777.215",
        "9223372036854775807, $9223372036854775.807"
    })
    void aTenthOfACentIsPrintedOnlyWhereItIsNeeded(long mills, String printed) {
        assertEquals(printed, new Postage(mills).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12000",
        "0.74, 740",
        "$0.74, 740",
        "0.593, 593",
        "'  $50.00 ', 50000",
        "007.5, 7500",
        "0, 0",
        "999999999999.999, 999999999999999"
    })
    void amountsAreReadExactly(String written, long mills) {
        assertEquals(new Postage(mills), Postage.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "$",
                ".5",
                "5.",
                "-1",
                "+1",
                "0.1234",
                "1,000.00",
                "1e3",
                "0x10",
                "NaN",
                "$ 5",
                "5 $",
                "1 000",
                "1000000000000",
                "٣",
                "0.74\n0.75",
                "--"
            })
    void anythingElseIsRefused(String written) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Postage.parse(written));

        assertEquals("an amount looks like 0.74 or $50.00", refusal.getMessage());
    }

    @Test
    void aLongTextIsRefusedToo() {
        var digits = "9".repeat(1_000_000);

        assertThrows(IllegalArgumentException.class, () -> Postage.parse(digits));
    }

    @Test
    void whatIsPrintedIsReadAgain() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            var postage = new Postage(random.nextLong(1_000_000_000_000_000L));

            assertEquals(postage, Postage.parse(postage.toString()), () -> "seed " + seed);
            assertEquals(
                    BigDecimal.valueOf(postage.mills(), 3).stripTrailingZeros(),
                    new BigDecimal(postage.toString().substring(1)).stripTrailingZeros(),
                    () -> "seed " + seed);
        }
    }

    @Test
    void printingDoesNotDependOnTheCountryOfTheMachine() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("$0.593", new Postage(593).toString());
            assertEquals("$0.74", new Postage(740).toString());
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void sumsAndDifferencesAreExact() {
        assertEquals(new Postage(1_333), Postage.ofCents(74).plus(new Postage(593)));
        assertEquals(new Postage(147), Postage.ofCents(74).minus(new Postage(593)));
        assertEquals(Postage.ZERO, MOST.minus(MOST));
        assertEquals(Postage.ofCents(5000), Postage.ofDollars(50));
    }

    @Test
    void whatDoesNotFitIsThrownAndNeverWrapped() {
        assertThrows(ArithmeticException.class, () -> MOST.plus(new Postage(1)));
        assertThrows(ArithmeticException.class, () -> Postage.ofDollars(Long.MAX_VALUE / 999));
        assertThrows(ArithmeticException.class, () -> Postage.ofCents(Long.MAX_VALUE / 9));
    }

    @Test
    void postageIsNeverNegative() {
        assertThrows(IllegalArgumentException.class, () -> new Postage(-1));
        assertThrows(IllegalArgumentException.class, () -> Postage.ofCents(-1));
        assertThrows(IllegalArgumentException.class, () -> Postage.ZERO.minus(new Postage(1)));
    }

    @Test
    void anAmountCoversItselfAndLess() {
        assertTrue(new Postage(5).covers(new Postage(5)));
        assertTrue(new Postage(5).covers(Postage.ZERO));
        assertEquals(false, new Postage(5).covers(new Postage(6)));
        assertTrue(new Postage(5).compareTo(MOST) < 0);
    }
}
