package org.franklin.datacenter.communication.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.communication.jetty.Listening.UnixSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class UnixSocketTest {

    @TempDir Path folder;

    @Test
    void answersAsTheTlsPortDoes() throws Exception {
        Path socket = folder.resolve("socket");
        try (var server = serve(socket, false)) {
            String local = ask(socket, "/v1/things/abc");
            var remote =
                    server.client()
                            .send(
                                    server.request("/v1/things/abc").build(),
                                    BodyHandlers.ofString());

            assertTrue(local.startsWith("HTTP/1.1 200 OK\r\n"), local);
            assertTrue(local.endsWith("\r\n\r\n" + remote.body()), local);
        }
    }

    @Test
    void answersWithProblemDocuments() throws Exception {
        Path socket = folder.resolve("socket");
        try (var _ = serve(socket, false)) {
            String answer = ask(socket, "/nowhere");

            assertTrue(answer.contains("application/problem+json"), answer);
            assertTrue(answer.contains("/problems/unknown-route"), answer);
        }
    }

    @Test
    void answersAManyTimes() throws Exception {
        Path socket = folder.resolve("socket");
        try (var _ = serve(socket, false)) {
            for (int round = 0; round < 50; round++) {
                assertTrue(ask(socket, "/v1/things/" + round).contains("\"" + round + "\""));
            }
        }
    }

    @Test
    void belongsToItsOwnerAlone() throws Exception {
        Path socket = folder.resolve("socket");
        try (var _ = serve(socket, false)) {
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(socket));
        }
    }

    @Test
    void leavesNoNameBehindAndTakesOverOneThatWasLeft() throws Exception {
        Path socket = folder.resolve("socket");
        try (var left = java.nio.channels.ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket));
        }
        assertTrue(Files.exists(socket));

        try (var _ = serve(socket, false)) {
            assertTrue(ask(socket, "/v1/things/a").contains("200 OK"));
        }
        assertFalse(Files.exists(socket));
    }

    @Test
    void neverRemovesAFileThatIsNoSocket() throws Exception {
        Path file = Files.writeString(folder.resolve("valuable"), "data");

        assertThrows(IllegalStateException.class, () -> serve(file, false).close());
        assertEquals("data", Files.readString(file));
    }

    @Test
    void goesOnWithoutASocketThatIsOptional() throws Exception {
        Path tooLong = folder.resolve("x".repeat(200));

        try (var server = serve(tooLong, true)) {
            var answer =
                    server.client()
                            .send(server.request("/v1/things/a").build(), BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
        }
    }

    @Test
    void doesNotStartWithoutASocketThatIsNotOptional() {
        Path tooLong = folder.resolve("x".repeat(200));

        assertThrows(IllegalStateException.class, () -> serve(tooLong, false).close());
    }

    private TestServer serve(Path socket, boolean optional) throws IOException {
        return new TestServer(
                Files.createTempDirectory(folder, "tls"),
                TestServer.QUICK,
                new UnixSocket.At(socket, optional));
    }

    private static String ask(Path socket, String path) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: local\r\nConnection: close\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            var answer = new ByteArrayOutputStream();
            var buffer = ByteBuffer.allocate(4_096);
            while (channel.read(buffer) >= 0) {
                answer.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
