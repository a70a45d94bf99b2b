package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.box.key.SelfTest.Check;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SelfTestTest {

    @Test
    void holdsOnThisMachine() {
        assertEquals(Optional.empty(), SelfTest.standard().failure());
        assertEquals(Optional.empty(), SelfTest.standard().fault());
    }

    @Test
    void namesTheFirstCheckThatFails() {
        var broken =
                new SelfTest(
                        List.of(
                                new Check("sound", () -> true),
                                new Check("AES-256-GCM", () -> false),
                                new Check("also broken", () -> false)));
        assertEquals(Optional.of("AES-256-GCM"), broken.failure());
        assertEquals(Optional.of("the self-test failed: AES-256-GCM"), broken.fault());
    }

    @Test
    void takesACheckThatThrowsForAFailure() {
        var throwing =
                new SelfTest(
                        List.of(
                                new Check(
                                        "HMAC",
                                        () -> {
                                            throw new IllegalStateException("no such algorithm");
                                        })));
        assertEquals(Optional.of("HMAC"), throwing.failure());
    }
}
