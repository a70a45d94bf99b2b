package org.franklin.box.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GuardTest {

    private boolean broken;

    private String decide(String request) {
        if (broken) {
            throw new BoxFault("a part is broken");
        }
        return "yes to " + request;
    }

    private final Guard<String, String> guard = new Guard<>(this::decide, "closed: "::concat);

    @Test
    void letsRequestsThroughToASoundBox() {
        assertEquals("yes to it", guard.apply("it"));
    }

    @Test
    void closesAtTheFirstFaultAndStaysClosed() {
        broken = true;
        assertEquals("closed: a part is broken", guard.apply("it"));
        broken = false;
        assertEquals("closed: a part is broken", guard.apply("it"));
    }

    @Test
    void hidesNoFaultOfTheProgram() {
        var failing =
                new Guard<String, String>(
                        _ -> {
                            throw new IllegalStateException("a bug");
                        },
                        "closed: "::concat);
        assertThrows(IllegalStateException.class, () -> failing.apply("it"));
    }
}
