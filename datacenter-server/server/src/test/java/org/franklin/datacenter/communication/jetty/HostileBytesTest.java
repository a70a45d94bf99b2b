package org.franklin.datacenter.communication.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// What no client sends but an enemy does. After each, the server still serves.
class HostileBytesTest {

    @TempDir Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.usual(folder);
    }

    @AfterEach
    void stillServes() throws Exception {
        var answer =
                server.client()
                        .send(server.request("/v1/things/a").build(), BodyHandlers.ofString());
        server.close();

        assertEquals(200, answer.statusCode());
    }

    @Test
    void closesOnClearHttpAtTheTlsPort() throws Exception {
        try (var wire = Wire.clear(server)) {
            wire.send("GET /v1/keys HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertFalse(wire.readAll().contains("HTTP/1.1 200"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void closesOnGarbageAtTheTlsPort(long seed) throws Exception {
        byte[] garbage = new byte[2_000];
        new SplittableRandom(seed).nextBytes(garbage);
        try (var wire = Wire.clear(server)) {
            wire.send(garbage);

            assertFalse(wire.readAll().contains("HTTP"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void refusesGarbageInsideTls(long seed) throws Exception {
        byte[] garbage = new byte[2_000];
        new SplittableRandom(seed).nextBytes(garbage);
        garbage[garbage.length - 1] = '\n';
        try (var wire = Wire.tls(server)) {
            wire.send(garbage);

            assertFalse(wire.readAll().contains("HTTP/1.1 200"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/things/a HTTP/1.1~~",
                "GET /v1/things/a HTTP/1.1~Host: a~Host: b~~",
                "GET /v1/../etc HTTP/1.1~Host: a~Connection: close~~",
                "GET /v1/things/%zz HTTP/1.1~Host: a~~",
                "POST /v1/echo HTTP/1.1~Host: a~Content-Length: -1~~",
                "POST /v1/echo HTTP/1.1~Host: a~Content-Length: 5~Transfer-Encoding: chunked~~",
                "POST /v1/echo HTTP/1.1~Host: a~Connection: close~Content-Type: application/json~"
                        + "Transfer-Encoding: chunked~~zz~"
            })
    void refusesWhatIsNotHttpInAProblemDocument(String request) throws Exception {
        try (var wire = Wire.tls(server)) {
            wire.send(request.replace("~", "\r\n"));

            String answer = wire.readAll();
            assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertTrue(answer.contains("\"instance\":\"/requests/"), answer);
            assertFalse(answer.contains("Jetty"), answer);
        }
    }

    @Test
    void refusesABodyThatTricklesIn() throws Exception {
        try (var wire = Wire.tls(server)) {
            wire.send("POST /v1/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n");
            wire.send("Content-Length: 900\r\nConnection: close\r\n\r\n");

            Thread.ofVirtual().start(() -> trickle(wire, "x"));
            assertTrue(wire.readAll().startsWith("HTTP/1.1 408"));
        }
    }

    @Test
    void closesAConnectionWhoseHeadersTrickleIn() throws Exception {
        try (var wire = Wire.tls(server)) {
            wire.send("GET /v1/things/a HTTP/1.1\r\n");

            wire.trickle("X-Long: x\r\n", 50);
        }
    }

    @Test
    void closesAConnectionWhoseHandshakeTricklesIn() throws Exception {
        byte[] hello = {22, 3, 1, 2, 0};
        try (var wire = Wire.clear(server)) {
            wire.send(hello);

            wire.trickle("\u0001", 50);
        }
    }

    @Test
    void keepsAConnectionThatIsUsedFromTimeToTime() throws Exception {
        try (var wire = Wire.tls(server)) {
            for (int round = 0; round < 4; round++) {
                wire.send("GET /v1/things/a HTTP/1.1\r\nHost: a\r\n\r\n");
                Thread.sleep(300);
            }
            wire.send("GET /v1/things/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertEquals(5, wire.readAll().split("HTTP/1.1 200", -1).length - 1);
        }
    }

    private static void trickle(Wire wire, String text) {
        try {
            wire.trickle(text, 50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
