package org.franklin.box;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.health.BoxFault;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Keys live while their box serves, and not longer.
class KeptKeysTest {

    private static final Optional<String> SOUND = Optional.empty();
    private static final int CALLERS = 4;

    private record Works(MasterKey key) implements Wipeable {

        static Works draw() {
            byte[] secret = new byte[MasterKey.LENGTH];
            secret[0] = 7;
            return new Works(
                    new MasterKey(
                            SecretBytes.take(secret),
                            Bytes.of(new byte[MasterKey.CLUSTER_LENGTH])));
        }

        String used() {
            try (var derived = key.derive(KeyPurpose.RECORD_MAC, "meter 1", 0)) {
                return "used " + derived.length();
            }
        }

        @Override
        public void close() {
            key.close();
        }
    }

    @TempDir Path dir;
    private LocalJournal log;
    private final Works works = Works.draw();
    private final KeptKeys<Works> keys = new KeptKeys<>(SOUND, () -> works);

    @BeforeEach
    void begin() throws IOException {
        LocalJournal.create(new FolderDisk(dir), "box.journal", Works.draw().key());
        log = open();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private LocalJournal open() throws IOException {
        return LocalJournal.open(
                new FolderDisk(dir), "box.journal", Works.draw().key(), InstantSource.system());
    }

    private KeptKeys<Works> stoppable(Optional<Works> again) {
        return new KeptKeys<>(SOUND, () -> works, log::stopped, () -> again);
    }

    /// For a box that makes no key.
    private static Works noneIsMade() {
        return assertDoesNotThrow(() -> Optional.<Works>empty().orElseThrow(), "no key is made");
    }

    private static String use(KeptKeys<Works> keys) {
        return keys.use(Works::used, Function.identity());
    }

    private void areGone(KeptKeys<Works> keys, String reason) {
        assertFalse(keys.areKept());
        assertThrows(IllegalStateException.class, works::used);
        assertEquals(reason, use(keys));
    }

    @Test
    void aStopWipesThemAtOnce() {
        var stopped = stoppable(Optional.empty());
        assertEquals("used 32", use(stopped));

        String last =
                stopped.use(
                        kept -> {
                            log.stop("a fork");
                            return kept.used();
                        },
                        Function.identity());

        assertEquals("used 32", last);
        areGone(stopped, "a fork");
        assertEquals("yes", stopped.call(() -> "yes", Function.identity()), "what needs no key");
    }

    @Test
    void aBoxThatIsOpenedStoppedKeepsNone() throws IOException {
        log.stop("a fork");
        log.close();
        log = open();

        var stopped =
                new KeptKeys<>(SOUND, KeptKeysTest::noneIsMade, log::stopped, Optional::empty);

        assertFalse(stopped.areKept());
        assertEquals("a fork", use(stopped));
        assertEquals(Optional.empty(), stopped.borrow(Works::used));
    }

    @Test
    void aCeremonyBorrowsThemAndLeavesNone() {
        log.stop("a fork");
        var stopped = stoppable(Optional.of(works));

        assertEquals(Optional.of("used 32"), stopped.borrow(Works::used));

        stopped.restore();
        areGone(stopped, "a fork");
    }

    @Test
    void aBoxThatServesAgainHasThemAgain() {
        var why = new AtomicReference<>(Optional.of("a fork"));
        var stopped =
                new KeptKeys<>(
                        SOUND, KeptKeysTest::noneIsMade, why::get, () -> Optional.of(Works.draw()));
        assertEquals("a fork", use(stopped));
        why.set(Optional.empty());

        stopped.call(
                () -> {
                    stopped.restore();
                    return "";
                },
                Function.identity());

        assertTrue(stopped.areKept());
        assertEquals("used 32", use(stopped));
    }

    @Test
    void aFaultWipesThemAtOnceAndForGood() {
        String last =
                keys.use(
                        _ -> {
                            throw new BoxFault("a part is broken");
                        },
                        Function.identity());

        assertEquals("a part is broken", last);
        areGone(keys, "a part is broken");
        keys.close();
        assertEquals("a part is broken", use(keys), "the first reason stays");
        assertEquals("a part is broken", keys.call(() -> "yes", Function.identity()));
    }

    @Test
    void aBoxThatFailsItsSelfTestMakesNone() {
        var failed = new KeptKeys<>(Optional.of("the self-test failed"), KeptKeysTest::noneIsMade);
        assertFalse(failed.areKept());
        assertEquals("the self-test failed", use(failed));
    }

    @Test
    void aBoxThatBreaksWhileItOpensServesNobody() {
        var broken =
                new KeptKeys<Works>(
                        SOUND,
                        () -> {
                            throw new BoxFault("a new key failed its pairwise test");
                        });
        assertFalse(broken.areKept());
        assertEquals("a new key failed its pairwise test", use(broken));
    }

    @Test
    void aFaultOfTheProgramIsNotHiddenAndEndsNothing() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        keys.use(
                                _ -> {
                                    throw new IllegalStateException("a bug");
                                },
                                Function.identity()));
        assertEquals("used 32", use(keys));
    }

    @Test
    void aBoxClosesForGoodAndTwiceIsOnce() {
        keys.close();
        areGone(keys, "the box is closed");
        keys.close();
        keys.restore();
        areGone(keys, "the box is closed");
        assertEquals("the box is closed", keys.call(() -> "yes", Function.identity()));
    }

    @Test
    void aCallThatIsUnderWayEndsBeforeTheKeysAreWiped() throws Exception {
        var underWay = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var call =
                    threads.submit(() ->
                            keys.use(
                                    kept -> {
                                        underWay.countDown();
                                        awaits(goOn);
                                        return kept.used();
                                    },
                                    Function.identity()));
            underWay.await();
            var closing = threads.submit(keys::close);
            while (!use(keys).equals(KeptKeys.CLOSED)) {
                Thread.onSpinWait();
            }
            assertTrue(keys.areKept(), "the call still needs them");
            assertFalse(closing.isDone());
            goOn.countDown();
            assertEquals("used 32", call.get());
            closing.get();
        }
        areGone(keys, "the box is closed");
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBoxClosesAlthoughItsCallersNeverPause() throws Exception {
        var busy = new CountDownLatch(CALLERS);
        var callers = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                callers.add(
                        threads.submit(() -> {
                            String answer = use(keys);
                            while (answer.equals("used 32")) {
                                busy.countDown();
                                answer = use(keys);
                            }
                            return answer;
                        }));
            }
            busy.await();
            keys.close();
        }
        for (var caller : callers) {
            assertEquals("the box is closed", caller.get());
        }
        areGone(keys, "the box is closed");
    }
}
