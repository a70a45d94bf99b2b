package org.franklin.model.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.util.Random;

class RegistersTest {

    @Test
    void onlyRefillsRaiseTheControlTotal() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var registers = Registers.EMPTY;
        var refilled = Postage.ZERO;
        var spent = Postage.ZERO;
        for (int i = 0; i < 10_000; i++) {
            var amount = new Postage(random.nextInt(100_000));
            if (registers.descending().covers(amount)) {
                registers = registers.dispense(amount);
                spent = spent.plus(amount);
            } else {
                registers = registers.refill(amount);
                refilled = refilled.plus(amount);
            }
            assertEquals(refilled, registers.controlTotal(), () -> "seed " + seed);
            assertEquals(spent, registers.ascending(), () -> "seed " + seed);
        }
    }

    @Test
    void theLastMillCanBeSpent() {
        var registers = Registers.EMPTY.refill(new Postage(780)).dispense(new Postage(780));

        assertEquals(new Registers(new Postage(780), Postage.ZERO), registers);
    }

    @Test
    void moreThanIsThereCannotBeSpent() {
        var registers = Registers.EMPTY.refill(new Postage(779));

        assertThrows(IllegalArgumentException.class, () -> registers.dispense(new Postage(780)));
    }

    @Test
    void registersNeverWrap() {
        var full = new Registers(Postage.ZERO, new Postage(Long.MAX_VALUE));
        var spent = new Registers(new Postage(Long.MAX_VALUE), new Postage(1));

        assertThrows(ArithmeticException.class, () -> full.refill(new Postage(1)));
        assertThrows(ArithmeticException.class, () -> spent.dispense(new Postage(1)));
        assertThrows(ArithmeticException.class, spent::controlTotal);
    }
}
