package org.franklin.datacenter.keymanagement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEntry;
import org.franklin.box.BoxUnreachable;
import org.franklin.box.SecureBox;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.line.BoxServer;
import org.franklin.datacenter.keymanagement.line.RemoteBox;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A box behind a real Unix-domain socket, from both sides.
class BoxSocketTest {

    private static final RemoteBox.Patience QUICK =
            new RemoteBox.Patience(
                    Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofMillis(400));

    @TempDir Path folder;

    private Path socket = Path.of("");

    @BeforeEach
    void nameTheSocket() {
        socket = folder.resolve("box.sock");
    }

    @Test
    void answersAsTheBoxDoes() throws Exception {
        try (var _ = serve(BoxSocketTest::backwards);
                var box = remote(QUICK)) {
            assertEquals(Bytes.ofHex("0302"), box.call(Bytes.ofHex("0203")));
            assertEquals(Bytes.EMPTY, box.call(Bytes.EMPTY));
            assertEquals(Optional.empty(), box.fault());
            assertTrue(box.isThere());
        }
    }

    @Test
    void refusesTooLongARequestAsABoxInThisProcessDoes() throws Exception {
        var longest = Bytes.of(new byte[SecureBox.LONGEST]);
        try (var _ = serve(BoxSocketTest::backwards);
                var box = remote(QUICK)) {
            assertEquals(longest, box.call(longest));
            assertEquals(BoxEntry.unreadable(), box.call(longest.plus(Bytes.ofHex("00"))));
        }
    }

    @Test
    void answersComeInAnyOrder() throws Exception {
        var slow = Bytes.ofHex("01");
        var held = new CountDownLatch(1);
        SecureBox slowForOne =
                request -> {
                    if (request.equals(slow)) {
                        await(held);
                    }
                    return request;
                };
        try (var _ = serve(slowForOne);
                var box = remote(RemoteBox.Patience.USUAL)) {
            var first = CompletableFuture.supplyAsync(() -> box.call(slow));
            for (int i = 2; i < 50; i++) {
                var quick = Bytes.of(new byte[] {(byte) i});
                assertEquals(quick, box.call(quick));
            }
            assertFalse(first.isDone());
            held.countDown();
            assertEquals(slow, first.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void everyoneGetsTheirOwnAnswer() throws Exception {
        try (var _ = serve(BoxSocketTest::backwards);
                var box = remote(RemoteBox.Patience.USUAL);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int thread = 0; thread < 64; thread++) {
                int number = thread;
                running.add(
                        threads.submit(() -> {
                            for (int i = 0; i < 50; i++) {
                                byte[] asked = new byte[1 + (number * 37 + i * 101) % 3_000];
                                asked[0] = (byte) number;
                                asked[asked.length - 1] = (byte) i;
                                assertEquals(backwards(Bytes.of(asked)), box.call(Bytes.of(asked)));
                            }
                        }));
            }
            for (Future<?> one : running) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aBoxThatHangsIsNotWaitedFor() throws Exception {
        var held = new CountDownLatch(1);
        try (var _ =
                        serve(request -> {
                            await(held);
                            return request;
                        });
                var box = remote(QUICK)) {
            var lost = assertThrows(BoxUnreachable.class, () -> box.call(Bytes.ofHex("01")));
            assertTrue(said(lost).contains("did not answer within 400 ms"), said(lost));
            held.countDown();

            // The late answer went nowhere, and the next call has its own.
            assertEquals(Bytes.ofHex("02"), box.call(Bytes.ofHex("02")));
        }
    }

    @Test
    void aProcessThatTakesConnectionsAndSaysNothingIsUnreachable() throws Exception {
        try (var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                var box = remote(QUICK)) {
            silent.bind(UnixDomainSocketAddress.of(socket));

            var lost = assertThrows(BoxUnreachable.class, () -> box.call(Bytes.ofHex("01")));
            assertTrue(said(lost).contains("does not greet"), said(lost));
        }
    }

    @Test
    @Timeout(60)
    void aCallWaitsForABoxThatStartsAgain() throws Exception {
        var patient =
                new RemoteBox.Patience(
                        Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (var box = remote(patient)) {
            try (var _ = serve(BoxSocketTest::backwards)) {
                assertEquals(Bytes.ofHex("0201"), box.call(Bytes.ofHex("0102")));
            }
            // The end of a connection takes a moment to be heard of.
            while (box.isThere()) {
                Thread.sleep(1);
            }
            var waiting = CompletableFuture.supplyAsync(() -> box.call(Bytes.ofHex("0304")));
            try (var _ = serve(BoxSocketTest::backwards)) {
                assertEquals(Bytes.ofHex("0403"), waiting.get(10, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aBoxThatStaysAwayIsSaidToBeAway() throws Exception {
        try (var box = remote(QUICK)) {
            var lost = assertThrows(BoxUnreachable.class, () -> box.call(Bytes.ofHex("01")));

            assertTrue(said(lost).startsWith("meter box at the test: nobody listens"), said(lost));
            assertFalse(box.isThere());
            assertTrue(box.fault().orElse("").contains("nobody listens"));
        }
    }

    @Test
    void aCallThatWasSentIsNeverSentTwice() throws Exception {
        var calls = new AtomicInteger();
        var sent = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var door = UnixDoor.open(socket);
        var server =
                new BoxServer(
                        new BoxServer.Offer(
                                BoxKind.METER,
                                request -> {
                                    calls.incrementAndGet();
                                    sent.countDown();
                                    await(never);
                                    return request;
                                },
                                Optional::empty),
                        door);
        server.start();
        try (var box = remote(RemoteBox.Patience.USUAL)) {
            var lost = CompletableFuture.supplyAsync(() -> box.call(Bytes.ofHex("01")));
            sent.await();
            var ending = CompletableFuture.runAsync(() -> close(server));
            // The line breaks while the call is with the box.
            assertThrows(Exception.class, () -> lost.get(20, TimeUnit.SECONDS));
            never.countDown();
            ending.get(20, TimeUnit.SECONDS);
            try (var _ = serve(BoxSocketTest::backwards)) {
                assertEquals(Bytes.ofHex("0302"), box.call(Bytes.ofHex("0203")));
            }
            assertEquals(1, calls.get());
        }
    }

    @Test
    void whatIsUnderWayIsAnsweredBeforeTheEnd() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var server =
                serve(request -> {
                    begun.countDown();
                    await(goOn);
                    return request;
                });
        try (var box = remote(RemoteBox.Patience.USUAL)) {
            var waiting = CompletableFuture.supplyAsync(() -> box.call(Bytes.ofHex("07")));
            begun.await();
            var ending = CompletableFuture.runAsync(() -> close(server));
            goOn.countDown();

            assertEquals(Bytes.ofHex("07"), waiting.get(10, TimeUnit.SECONDS));
            ending.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aBoxThatBreaksOverACallServesTheNext() throws Exception {
        try (var _ =
                        serve(request -> {
                            if (request.equals(Bytes.ofHex("0b"))) {
                                throw new IllegalStateException("a bug of the test");
                            }
                            return request;
                        });
                var box = remote(QUICK)) {
            assertThrows(IllegalStateException.class, () -> box.call(Bytes.ofHex("0b")));
            assertEquals(Bytes.ofHex("0c"), box.call(Bytes.ofHex("0c")));
        }
    }

    @Test
    void saysWhyTheBoxDoesNotServe() throws Exception {
        try (var _ = serve(request -> request, () -> Optional.of("the journal's disk failed"));
                var box = remote(QUICK)) {
            assertEquals(Optional.of("meter box: the journal's disk failed"), box.fault());
        }
    }

    @Test
    void isNoOtherBox() throws Exception {
        try (var _ = serve(BoxSocketTest::backwards);
                var box =
                        new RemoteBox(
                                BoxKind.STEEL, "the test", () -> UnixDoor.dial(socket), QUICK)) {
            var lost = assertThrows(BoxUnreachable.class, () -> box.call(Bytes.ofHex("01")));
            assertTrue(said(lost).contains("it is not about the meter box"), said(lost));
        }
    }

    @Test
    void garbageEndsItsOwnConnectionWithAReason() throws Exception {
        try (var _ = serve(BoxSocketTest::backwards);
                var box = remote(QUICK)) {
            assertEquals(Bytes.ofHex("01"), box.call(Bytes.ofHex("01")));

            String http = raw("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String huge = raw(greeting(), ByteBuffer.allocate(4).putInt(600_000).array());
            String unknown = raw(greeting(), frame(77, 1, new byte[3]));
            String answer = raw(greeting(), frame(3, 1, new byte[3]));
            String ungreeted = raw(frame(2, 1, new byte[3]));

            assertTrue(http.contains("a frame of 1195725856 bytes"), http);
            assertTrue(huge.contains("a frame of 600000 bytes"), huge);
            assertTrue(unknown.contains("unknown kind 77"), unknown);
            assertTrue(answer.contains("a frame of the kind ANSWER"), answer);
            assertTrue(ungreeted.contains("does not speak as a box"), ungreeted);
            assertEquals(Bytes.ofHex("0302"), box.call(Bytes.ofHex("0203")));
        }
    }

    @Test
    void takesNoMoreCallsThanItMayHaveUnderWay() throws Exception {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var full = new CountDownLatch(1_024);
        var held = new CountDownLatch(1);
        try (var _ =
                        serve(request -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            full.countDown();
                            await(held);
                            atOnce.decrementAndGet();
                            return request;
                        });
                var line = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            line.write(ByteBuffer.wrap(greeting()));
            int asked = 3_000;
            var calls = ByteBuffer.allocate(asked * 14);
            for (int i = 1; i <= asked; i++) {
                calls.put(frame(2, i, new byte[1]));
            }
            line.write(calls.flip());
            assertTrue(full.await(20, TimeUnit.SECONDS));
            held.countDown();

            var answers = ByteBuffer.allocate(4 + 9 + "FRB1meter".length() + asked * 14);
            while (answers.hasRemaining() && line.read(answers) >= 0) {
                // All of them come.
            }
            assertFalse(answers.hasRemaining());
            assertEquals(1_024, most.get());
        }
    }

    @Test
    void belongsToItsOwnerAlone() throws Exception {
        try (var _ = serve(BoxSocketTest::backwards)) {
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(socket));
        }
        assertFalse(Files.exists(socket));
    }

    @Test
    void doesNotListenWhereOthersMayEnter() throws Exception {
        Path open =
                Files.createDirectory(
                        folder.resolve("open"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-x---")));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));

        var refused =
                assertThrows(IOException.class, () -> UnixDoor.open(open.resolve("s")).close());

        assertTrue(String.valueOf(refused.getMessage()).contains("lets others in"));
    }

    @Test
    void makesItsFolderForItsOwnerAlone() throws Exception {
        Path fresh = folder.resolve("fresh");
        try (var _ = UnixDoor.open(fresh.resolve("s"))) {
            assertEquals(
                    PosixFilePermissions.fromString("rwx------"),
                    Files.getPosixFilePermissions(fresh));
        }
    }

    @Test
    void takesOverANameThatWasLeftAndNoOther() throws Exception {
        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket));
            var living = assertThrows(IOException.class, () -> UnixDoor.open(socket).close());
            assertTrue(String.valueOf(living.getMessage()).contains("another program"));
        }
        assertTrue(Files.exists(socket));
        try (var _ = serve(BoxSocketTest::backwards);
                var box = remote(QUICK)) {
            var second = assertThrows(IOException.class, () -> UnixDoor.open(socket).close());
            assertTrue(String.valueOf(second.getMessage()).contains("End that one first"));
            assertEquals(Bytes.ofHex("01"), box.call(Bytes.ofHex("01")));
        }

        Path file = Files.writeString(folder.resolve("valuable"), "data");
        assertThrows(IOException.class, () -> UnixDoor.open(file).close());
        assertEquals("data", Files.readString(file));
    }

    private AutoCloseable serve(SecureBox box) throws IOException {
        return serve(box, Optional::empty);
    }

    private AutoCloseable serve(SecureBox box, Supplier<Optional<String>> fault)
            throws IOException {
        var server =
                new BoxServer(
                        new BoxServer.Offer(BoxKind.METER, box, fault), UnixDoor.open(socket));
        server.start();
        return server;
    }

    private RemoteBox remote(RemoteBox.Patience patience) {
        return new RemoteBox(BoxKind.METER, "the test", () -> UnixDoor.dial(socket), patience);
    }

    private static Bytes backwards(Bytes request) {
        byte[] content = request.toArray();
        byte[] turned = new byte[content.length];
        for (int i = 0; i < content.length; i++) {
            turned[content.length - 1 - i] = content[i];
        }
        return Bytes.of(turned);
    }

    private static byte[] greeting() {
        return frame(1, 0, "FRB1meter".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] frame(int kind, long call, byte[] body) {
        return ByteBuffer.allocate(13 + body.length)
                .putInt(9 + body.length)
                .put((byte) kind)
                .putLong(call)
                .put(body)
                .array();
    }

    /// All that comes back for these bytes, until the box ends the connection.
    private String raw(byte[]... parts) throws IOException {
        try (var line = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            for (byte[] part : parts) {
                line.write(ByteBuffer.wrap(part));
            }
            var said = new ByteArrayOutputStream();
            var buffer = ByteBuffer.allocate(4_096);
            while (line.read(buffer) >= 0) {
                said.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            return said.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String said(BoxUnreachable lost) {
        return String.valueOf(lost.getMessage());
    }
}
