package org.franklin.box.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.authentication.Passwords.Fit;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.RecordMac;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

class PasswordsTest {

    private static final Bytes RIGHT = Sealing.bytes("correct horse battery");
    private static final Bytes WRONG = Sealing.bytes("correct horse batterz");

    static RecordMac pepper(int fill) {
        byte[] key = new byte[32];
        key[0] = (byte) fill;
        var master = new MasterKey(SecretBytes.take(key), Bytes.of(new byte[16]));
        return new RecordMac(master, KeyPurpose.PASSWORD_PEPPER);
    }

    static Policy policy(int hashes, int waiting) {
        var usual = Policy.standard(Argon2Cost.FLOOR);
        return new Policy(
                usual.cost(),
                hashes,
                waiting,
                usual.tries(),
                usual.pause(),
                usual.idle(),
                usual.life(),
                usual.sessions(),
                usual.sessionsEach());
    }

    private final Passwords passwords = new Passwords(pepper(1), policy(2, 2), new SecureRandom());

    @Test
    void knowsTheRightPasswordFromAWrongOne() {
        var hash = passwords.hash(RIGHT).orElseThrow();
        assertEquals(Fit.RIGHT, passwords.fit(RIGHT, hash));
        assertEquals(Fit.WRONG, passwords.fit(WRONG, hash));
    }

    @Test
    void writesThePhcFormWithItsCostAndASaltOfItsOwn() {
        var hash = passwords.hash(RIGHT).orElseThrow();
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertNotEquals(hash, passwords.hash(RIGHT).orElseThrow());
        assertFalse(hash.contains("horse"));
    }

    @Test
    void readsAHashThatWasMadeAtAnotherCost() {
        var dearer = Policy.standard(new Argon2Cost(20 * 1024, 3, 2));
        var hash = new Passwords(pepper(1), dearer, new SecureRandom()).hash(RIGHT).orElseThrow();
        assertEquals(Fit.RIGHT, passwords.fit(RIGHT, hash));
    }

    @Test
    void isOfNoUseWithoutThePepper() {
        var thief = new Passwords(pepper(2), policy(2, 2), new SecureRandom());
        assertEquals(Fit.WRONG, thief.fit(RIGHT, passwords.hash(RIGHT).orElseThrow()));
    }

    @Test
    void makesADecoyThatNothingFits() {
        var decoy = passwords.decoy();
        assertEquals(Fit.WRONG, passwords.fit(RIGHT, decoy));
        assertNotEquals(decoy, passwords.decoy());
        assertEquals(decoy.length(), passwords.hash(RIGHT).orElseThrow().length());
    }

    @Test
    void isABugToAskAboutAnythingButAHash() {
        assertThrows(
                IllegalStateException.class, () -> passwords.fit(RIGHT, "correct horse battery"));
    }

    @Test
    void hashesNoMoreAtOnceThanItMay() throws Exception {
        var held = new HeldRandom();
        var busy = new Passwords(pepper(1), policy(1, 0), held);
        var hash = passwords.hash(RIGHT).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> busy.hash(RIGHT));
            held.asked.await();
            assertEquals(Optional.empty(), busy.hash(RIGHT));
            assertEquals(Fit.BUSY, busy.fit(RIGHT, hash));
            held.letGo.countDown();
            assertTrue(first.get().isPresent());
        }
        assertEquals(Fit.RIGHT, busy.fit(RIGHT, hash), "its place is free again");
    }

    @Test
    void letsSomeWaitForTheirTurn() throws Exception {
        var held = new HeldRandom();
        var busy = new Passwords(pepper(1), policy(1, 1), held);
        var hash = passwords.hash(RIGHT).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> busy.hash(RIGHT));
            held.asked.await();
            var second = threads.submit(() -> busy.fit(RIGHT, hash));
            held.letGo.countDown();
            assertTrue(first.get().isPresent());
            assertEquals(Fit.RIGHT, second.get());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "19455, 2, 1",
        "19456, 1, 1",
        "19456, 2, 0",
        "4194305, 2, 1",
        "19456, 101, 1",
        "19456, 2, 17"
    })
    void refusesACostBelowTheFloorOrBeyondReason(int kibibytes, int passes, int lanes) {
        assertThrows(
                IllegalArgumentException.class, () -> new Argon2Cost(kibibytes, passes, lanes));
    }

    @Test
    void refusesAPolicyThatAllowsNothing() {
        assertThrows(IllegalArgumentException.class, () -> policy(0, 1));
        assertThrows(IllegalArgumentException.class, () -> policy(1, -1));
        var hour = Duration.ofHours(1);
        var cost = Argon2Cost.FLOOR;
        assertThrows(
                IllegalArgumentException.class,
                () -> new Policy(cost, 1, 1, 5, hour, hour, hour.minusSeconds(1), 10, 10));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Policy(cost, 1, 1, 5, Duration.ZERO, hour, hour, 10, 10));
    }
}
