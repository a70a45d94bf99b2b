package org.franklin.box.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.HandClock;
import org.franklin.box.authentication.PasswordCheck.Tried;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.UserName;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.concurrent.Executors;

class PasswordCheckTest {

    private static final UserName ANNA = new UserName("anna");
    private static final Bytes RIGHT = Sealing.bytes("correct horse battery");
    private static final Bytes WRONG = Sealing.bytes("correct horse batterz");

    private final Policy policy = PasswordsTest.policy(1, 0);
    private final HandClock clock = new HandClock("2026-11-22T12:00:00Z");
    private final String hash =
            new Passwords(PasswordsTest.pepper(1), policy, new SecureRandom())
                    .hash(RIGHT)
                    .orElseThrow();

    @Test
    void countsWrongPasswordsAndForgetsThemAfterTheRightOne() {
        var passwords = new Passwords(PasswordsTest.pepper(1), policy, new SecureRandom());
        var check = new PasswordCheck(passwords, policy, clock);
        assertEquals(new Tried.Wrong(4), check.check(ANNA, WRONG, hash));
        assertEquals(new Tried.Wrong(3), check.check(ANNA, WRONG, hash));
        assertEquals(new Tried.Right(), check.check(ANNA, RIGHT, hash));
        assertEquals(new Tried.Wrong(4), check.check(ANNA, WRONG, hash));
    }

    @Test
    void chargesNoTryWhileTheBoxIsBusy() throws Exception {
        var held = new HeldRandom();
        var passwords = new Passwords(PasswordsTest.pepper(1), policy, held);
        var check = new PasswordCheck(passwords, policy, clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = threads.submit(() -> passwords.hash(RIGHT));
            held.asked.await();
            for (int i = 0; i < 10; i++) {
                assertEquals(new Tried.Busy(), check.check(ANNA, WRONG, hash));
            }
            held.letGo.countDown();
            assertTrue(other.get().isPresent());
        }
        assertEquals(new Tried.Wrong(4), check.check(ANNA, WRONG, hash));
    }
}
