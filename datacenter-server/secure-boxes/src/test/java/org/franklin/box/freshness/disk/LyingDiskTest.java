package org.franklin.box.freshness.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// The disk of the tests lies as it says.
class LyingDiskTest {

    private static final byte[] OLD = "what was forced".getBytes(US_ASCII);

    private static LyingDisk forced(long seed) throws IOException {
        var disk = new LyingDisk(seed);
        try (BoxFile file = disk.create("a")) {
            file.write(0, OLD);
            file.force();
        }
        disk.force();
        return disk;
    }

    @Test
    void keepsWhatWasForced() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            var disk = forced(seed);
            disk.cutPower();
            assertArrayEquals(OLD, disk.content("a"));
        }
    }

    @Test
    void losesKeepsAndTearsWhatWasNot() throws IOException {
        Set<Integer> lengths = new HashSet<>();
        Set<Boolean> renamed = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            var disk = forced(seed);
            try (BoxFile file = disk.open("a")) {
                file.write(OLD.length, new byte[2_000]);
            }
            disk.rename("a", "b");
            disk.cutPower();
            renamed.add(disk.exists("b"));
            assertTrue(disk.exists("a") != disk.exists("b"), "a file has one name");
            lengths.add(disk.content(disk.exists("a") ? "a" : "b").length);
        }
        assertEquals(Set.of(true, false), renamed);
        assertTrue(lengths.containsAll(Set.of(OLD.length, OLD.length + 2_000)));
        assertTrue(lengths.size() > 10, "some are torn");
    }

    @Test
    void showsAfterAFailedForceWhatItWillNeverKeep() throws IOException {
        boolean lied = false;
        for (long seed = 0; seed < 20; seed++) {
            var disk = forced(seed);
            try (BoxFile file = disk.open("a")) {
                file.write(0, new byte[OLD.length]);
                disk.failAt(disk.operations() + 1);
                assertThrows(IOException.class, file::force);
                file.force();
                assertArrayEquals(new byte[OLD.length], disk.content("a"));
            }
            disk.cutPower();
            lied |= Arrays.equals(OLD, disk.content("a"));
        }
        assertTrue(lied);
    }

    @Test
    void doesTheSameForTheSameSeed() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            assertArrayEquals(torn(seed), torn(seed), "seed " + seed);
        }
    }

    private static byte[] torn(long seed) throws IOException {
        var disk = forced(seed);
        try (BoxFile file = disk.open("a")) {
            for (int i = 0; i < 10; i++) {
                file.write(i * 700L, new byte[1_000 + i]);
            }
        }
        disk.cutPower();
        return disk.content("a");
    }

    @Test
    void isFullWhenItIsFull() throws IOException {
        var disk = forced(1);
        disk.leaveRoom(100);
        try (BoxFile file = disk.open("a")) {
            file.write(OLD.length, new byte[60]);
            assertThrows(IOException.class, () -> file.write(OLD.length + 60, new byte[60]));
            file.write(0, new byte[OLD.length]);
        }
    }

    @Test
    void freesTheLockWhenTheProcessDiesAndKillsItsFiles() throws IOException {
        var disk = forced(1);
        var lock = disk.lock("l");
        BoxFile file = disk.open("a");
        assertThrows(BoxDisk.InUse.class, () -> disk.lock("l").close());
        disk.killProcess();

        try (var _ = disk.lock("l")) {
            lock.close();
            assertThrows(BoxDisk.InUse.class, () -> disk.lock("l").close());
            assertThrows(IOException.class, file::size);
        }
        disk.lock("l").close();
    }
}
