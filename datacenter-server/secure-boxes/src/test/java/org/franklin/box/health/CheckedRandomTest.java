package org.franklin.box.health;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

class CheckedRandomTest {

    /// A source that gives what it is told to, once it has started.
    private static final class Scripted extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final transient RandomGenerator sound = new Random(1);
        private transient byte[] script = {};

        @Override
        public void nextBytes(byte[] bytes) {
            sound.nextBytes(bytes);
            System.arraycopy(script, 0, bytes, 0, Math.min(script.length, bytes.length));
        }
    }

    private final Scripted source = new Scripted();
    private final CheckedRandom random = CheckedRandom.over(source);

    private void refuses(byte[] script, String test) {
        source.script = script;
        byte[] drawn = new byte[script.length];
        var fault = assertThrows(BoxFault.class, () -> random.nextBytes(drawn));
        assertEquals("the random source failed its test: " + test, fault.getMessage());
        assertArrayEquals(new byte[script.length], drawn, "nothing of it is handed out");
    }

    @Test
    void handsOutWhatItsSourceGives() {
        source.script = new byte[] {1, 2, 3, 4, 5};
        byte[] drawn = new byte[5];
        random.nextBytes(drawn);
        assertArrayEquals(source.script, drawn);
        assertEquals(Optional.empty(), random.fault());
    }

    @Test
    void refusesNineEqualBytesInARowAndNotEight() {
        byte[] eight = new byte[10];
        eight[0] = 1;
        eight[9] = 1;
        source.script = eight;
        random.nextBytes(new byte[10]);
        assertEquals(Optional.empty(), random.fault());
        refuses(new byte[9], "repetition count");
    }

    @Test
    void countsARowOverItsDraws() {
        source.script = new byte[] {7, 7, 7};
        random.nextBytes(new byte[3]);
        random.nextBytes(new byte[3]);
        assertThrows(BoxFault.class, () -> random.nextBytes(new byte[3]));
    }

    /// The window begins where the two draws at the start, 1,024 bytes, have ended.
    @Test
    void refusesAByteThatPrevailsInAWindow() {
        byte[] window = new byte[SourceTests.WINDOW];
        new Random(2).nextBytes(window);
        for (int i = 0; i < window.length; i++) {
            window[i] = i % 20 == 0 ? 99 : window[i] == 99 ? 98 : window[i];
        }
        refuses(window, "adaptive proportion");
    }

    @Test
    void refusesTheSameSixteenBytesTwice() {
        byte[] twice = new byte[2 * SourceTests.BLOCK];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = (byte) (i % SourceTests.BLOCK * 3);
        }
        refuses(twice, "two equal blocks");
    }

    @Test
    void staysClosedAfterItsSourceRecovered() {
        refuses(new byte[16], "repetition count");
        source.script = new byte[0];
        assertThrows(BoxFault.class, () -> random.nextBytes(new byte[16]));
        assertThrows(BoxFault.class, random::nextLong);
        assertThrows(BoxFault.class, () -> random.nextInt(10));
        assertThrows(BoxFault.class, () -> random.generateSeed(16));
        assertEquals(
                Optional.of("the random source failed its test: repetition count"), random.fault());
    }

    @Test
    void triesItsSourceBeforeTheFirstDraw() {
        var dead = new StuckRandom();
        dead.stick();
        var tried = CheckedRandom.over(dead);
        assertTrue(tried.fault().isPresent());
        dead.mend();
        assertThrows(BoxFault.class, tried::nextInt);
    }

    @Test
    void isNotPutUnderTestTwice() {
        assertSame(random, CheckedRandom.over(random));
        assertNotEquals(random, CheckedRandom.ofMachine());
    }

    @Test
    void letsASoundSourceBe() {
        var machine = CheckedRandom.ofMachine();
        byte[] drawn = new byte[4_000];
        for (int i = 0; i < 1_000; i++) {
            machine.nextBytes(drawn);
        }
        assertEquals(Optional.empty(), machine.fault());
    }

    /// The numbers of SP 800-90B 4.4, worked out: a chance of 2^-64, 8 bits of entropy in a byte.
    @Test
    void hasTheCutoffsOfTheStandard() {
        assertEquals(1 + 64 / 8, SourceTests.MOST_IN_A_ROW);
        var digits = new MathContext(60);
        var chance = BigDecimal.ONE.divide(BigDecimal.valueOf(256), digits);
        var wanted = BigDecimal.ONE.subtract(BigDecimal.valueOf(2).pow(-64, digits));
        var choices = BigInteger.ONE;
        var sum = BigDecimal.ZERO;
        int critical = -1;
        while (sum.compareTo(wanted) < 0) {
            critical++;
            int others = SourceTests.WINDOW - critical;
            sum =
                    sum.add(
                            new BigDecimal(choices)
                                    .multiply(chance.pow(critical, digits))
                                    .multiply(BigDecimal.ONE.subtract(chance).pow(others, digits)));
            choices =
                    choices.multiply(BigInteger.valueOf(others))
                            .divide(BigInteger.valueOf(critical + 1L));
        }
        assertEquals(1 + critical, SourceTests.MOST_IN_A_WINDOW);
    }

    @Test
    void saysNothingOfWhatItDrew() {
        source.script = new byte[] {0x41, 0x42, 0x43};
        random.nextBytes(new byte[3]);
        assertEquals("CheckedRandom[" + source.getAlgorithm() + "]", random.toString());
        byte[] bytes = new byte[12];
        Arrays.fill(bytes, (byte) 0x41);
        source.script = bytes;
        var fault = assertThrows(BoxFault.class, () -> random.nextBytes(new byte[12]));
        assertTrue(!String.valueOf(fault.getMessage()).contains("41"));
    }
}
