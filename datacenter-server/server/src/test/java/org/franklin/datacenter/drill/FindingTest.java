package org.franklin.datacenter.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.drill.attack.Answer;
import org.franklin.datacenter.drill.attack.Drill;
import org.franklin.datacenter.drill.ground.Books;
import org.franklin.datacenter.drill.healing.Healing;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Books BALANCED =
            new Books(Postage.ofDollars(3), Postage.ofDollars(1), Postage.ofDollars(2));
    private static final Books WRONG =
            new Books(Postage.ofDollars(3), Postage.ofDollars(2), Postage.ofDollars(2));
    private static final Healing HEALED = new Healing.Healed();
    private static final Answer LOCKED = new Answer.Locked("it is locked");
    private static final Answer DETECTED = new Answer.DetectedBy("the verifier", "at once");

    @Test
    void keepsThePromiseOnlyWithoutExtraPostageAndWithBooksThatBalance() {
        var drill = drill(Answer.Locked.class);

        assertTrue(new Finding(drill, LOCKED, 0, BALANCED, BALANCED, HEALED).asPromised());
        assertFalse(new Finding(drill, LOCKED, 1, BALANCED, BALANCED, HEALED).asPromised());
        assertFalse(new Finding(drill, LOCKED, -1, BALANCED, BALANCED, HEALED).asPromised());
        assertFalse(new Finding(drill, LOCKED, 0, BALANCED, WRONG, HEALED).asPromised());
        assertFalse(new Finding(drill, DETECTED, 0, BALANCED, BALANCED, HEALED).asPromised());
    }

    @Test
    void doesNotCallNothingWhatIsOnlyDetected() {
        var drill = drill(Answer.DetectedBy.class);

        assertTrue(new Finding(drill, DETECTED, 740, BALANCED, BALANCED, HEALED).asPromised());
        assertFalse(new Finding(drill, DETECTED, 0, BALANCED, BALANCED, HEALED).asPromised());
    }

    @Test
    void saysInTheTableWhatIsNotAsPromised() {
        var lines =
                Table.lines(
                        new Finding(
                                drill(Answer.Locked.class), LOCKED, -10, BALANCED, WRONG, HEALED));

        assertTrue(lines.getFirst().contains("-$0.01"), lines::toString);
        assertTrue(lines.getFirst().endsWith("$3.00!"), lines::toString);
        assertEquals("    it is locked", lines.get(1));
        assertEquals("    healed by two people, books equal; the meters buy again", lines.get(2));
        assertTrue(lines.get(3).startsWith("    NOT AS PROMISED"), lines::toString);
    }

    @Test
    void promisesThatWhatIsLockedIsHealedWhereTheKeepersAre() {
        var drill = drill(Answer.Locked.class);
        var failed = finding(drill, new Healing.Failed("the books are not as before"));
        var notHere = finding(drill, new Healing.NotHere("two people"));

        assertFalse(failed.asPromised());
        assertTrue(Table.lines(failed).contains("    NOT HEALED: the books are not as before"));
        assertTrue(notHere.asPromised());
        assertTrue(Table.lines(notHere).contains("    to be healed by two people"));
    }

    private static Finding finding(Drill drill, Healing healing) {
        return new Finding(drill, LOCKED, 0, BALANCED, BALANCED, healing);
    }

    private static Drill drill(Class<? extends Answer> promised) {
        return new Drill("An attack", promised, _ -> LOCKED);
    }
}
