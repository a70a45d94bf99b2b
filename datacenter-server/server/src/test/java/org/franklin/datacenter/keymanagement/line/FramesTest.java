package org.franklin.datacenter.keymanagement.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class FramesTest {

    private static final int LONGEST = 1_000_000;

    /// Gives what it was given, in pieces of any size, and keeps what is written.
    private static final class MemoryLine implements Line {

        private final ByteBuffer left;
        private final Random random;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private int writes;
        private boolean broken;
        private CountDownLatch held = new CountDownLatch(0);

        MemoryLine(byte[] content, Random random) {
            this.left = ByteBuffer.wrap(content);
            this.random = random;
        }

        @Override
        public int read(ByteBuffer into) {
            if (!left.hasRemaining()) {
                return -1;
            }
            int most = Math.min(into.remaining(), left.remaining());
            int some = 1 + random.nextInt(most);
            into.put(left.slice(left.position(), some));
            left.position(left.position() + some);
            return some;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            if (broken) {
                throw new IOException("broken by the test");
            }
            byte[] some = new byte[bytes.remaining()];
            bytes.get(some);
            written.write(some);
            writes++;
        }

        @Override
        public ByteBuffer buffer(int bytes) {
            return ByteBuffer.allocate(bytes);
        }

        @Override
        public void close() {}
    }

    @Test
    void whatIsWrittenIsReadHoweverItIsCut() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            var frames = new ArrayList<Frame>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                byte[] body = new byte[random.nextInt(random.nextInt(10) == 0 ? LONGEST : 2_000)];
                random.nextBytes(body);
                frames.add(new Frame(kind(random), random.nextLong(), Bytes.of(body)));
            }
            var out = new MemoryLine(new byte[0], random);
            var writer = new FrameWriter(out);
            for (Frame frame : frames) {
                writer.send(frame);
            }

            var reader = reader(out.written.toByteArray(), random);
            for (Frame frame : frames) {
                assertEquals(Optional.of(frame), reader.next(), "seed " + seed);
            }
            assertEquals(Optional.empty(), reader.next(), "seed " + seed);
        }
    }

    @Test
    void aFrameIsItsLengthItsKindItsCallAndItsBody() throws IOException {
        var out = new MemoryLine(new byte[0], new Random(1));

        new FrameWriter(out).send(new Frame(Frame.Kind.CALL, 258, Bytes.ofHex("aabb")));

        assertEquals(
                "0000000b" + "02" + "0000000000000102" + "aabb",
                Bytes.of(out.written.toByteArray()).hex());
    }

    @Test
    void manyThreadsShareFewWrites() throws Exception {
        var out = new MemoryLine(new byte[0], new Random(1));
        var writer = new FrameWriter(out);
        int threads = 16;
        int each = 200;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int base = thread * each;
                running.add(
                        executor.submit(() -> {
                            for (int i = 0; i < each; i++) {
                                writer.send(new Frame(Frame.Kind.CALL, base + i, Bytes.EMPTY));
                            }
                            return null;
                        }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        var reader = reader(out.written.toByteArray(), new Random(2));
        var calls = new HashSet<Long>();
        for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
            assertTrue(calls.add(frame.get().call()));
        }
        assertEquals(threads * each, calls.size());
        assertTrue(out.writes <= threads * each);
    }

    @Test
    void whoBringsMoreThanIsReadWaits() throws Exception {
        var out = new MemoryLine(new byte[0], new Random(1));
        out.held = new CountDownLatch(1);
        var writer = new FrameWriter(out);
        var large = new Frame(Frame.Kind.ANSWER, 1, Bytes.of(new byte[LONGEST]));
        var leading = sending(writer, large);
        awaitWaiting(leading);
        long most = FrameWriter.MOST_WAITING / LONGEST + 1;
        for (int i = 0; i < most; i++) {
            writer.send(large);
        }

        var late = sending(writer, large);
        awaitWaiting(late);
        out.held.countDown();
        leading.join();
        late.join();

        assertEquals((most + 2) * (LONGEST + 13L), out.written.size());
    }

    private static Thread sending(FrameWriter writer, Frame frame) {
        return Thread.ofPlatform()
                .start(() -> {
                    try {
                        writer.send(frame);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertTrue(thread.isAlive(), "it does not wait");
            Thread.onSpinWait();
        }
    }

    @Test
    void nothingLeavesAfterAWriteFailed() throws IOException {
        var out = new MemoryLine(new byte[0], new Random(1));
        var writer = new FrameWriter(out);
        out.broken = true;
        assertThrows(
                IOException.class,
                () -> writer.send(new Frame(Frame.Kind.CALL, 1, Bytes.ofHex("00"))));
        out.broken = false;

        assertThrows(
                IOException.class,
                () -> writer.send(new Frame(Frame.Kind.CALL, 2, Bytes.ofHex("01"))));
        assertEquals(0, out.written.size());
    }

    @Test
    void aFrameThatIsTooLongIsRefusedBeforeItIsRead() {
        var fault =
                assertThrows(
                        FrameFault.class,
                        () -> read(ByteBuffer.allocate(4).putInt(LONGEST + 10).array()));

        assertTrue(String.valueOf(fault.getMessage()).contains("1000010 bytes"));
        assertThrows(FrameFault.class, () -> read(ByteBuffer.allocate(4).putInt(8).array()));
        assertThrows(FrameFault.class, () -> read(ByteBuffer.allocate(4).putInt(-1).array()));
    }

    @Test
    void aFrameOfAnUnknownKindIsRefused() {
        assertThrows(
                FrameFault.class,
                () -> read(ByteBuffer.allocate(13).putInt(9).put((byte) 99).array()));
    }

    @Test
    void aFrameThatBreaksOffIsNone() {
        byte[] whole =
                ByteBuffer.allocate(15).putInt(11).put((byte) 2).putLong(1).put((byte) 7).array();
        for (int length = 1; length < whole.length; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThrows(FrameFault.class, () -> read(part), () -> part.length + " bytes");
        }
    }

    private static Optional<Frame> read(byte[] content) throws IOException {
        return reader(content, new Random(3)).next();
    }

    private static FrameReader reader(byte[] content, Random random) {
        return new FrameReader(new MemoryLine(content, random), LONGEST);
    }

    private static Frame.Kind kind(Random random) {
        var kinds = Frame.Kind.values();
        return kinds[random.nextInt(kinds.length)];
    }
}
