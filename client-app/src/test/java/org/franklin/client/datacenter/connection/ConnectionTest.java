package org.franklin.client.datacenter.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.datacenter.connection.Answer.Lost;
import org.franklin.client.datacenter.connection.Answer.NotSent;
import org.franklin.client.datacenter.connection.Answer.Ok;
import org.franklin.client.datacenter.connection.Answer.Refused;
import org.franklin.client.datacenter.connection.Answer.Why;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a call comes to, on real sockets: above all, whether its request may have gone out.
class ConnectionTest {

    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2));
    private static final Outcome VALUE = new Outcome(Bytes.ofHex("0102"));
    private static final String JSON = "application/json";

    private final TestAuthority authority = new TestAuthority("Test data center");

    @Test
    void givesTheValueOfAnAnswer() {
        try (var server = TlsServer.answering(authority, 200, JSON, Json.write(VALUE))) {
            assertEquals(new Ok<>(VALUE), post(server));
        }
    }

    @Test
    void givesTheProblemOfARefusal() {
        var problem = Problem.of(ProblemType.METER_LOCKED, "Call the data center.", "7");
        try (var server =
                TlsServer.answering(authority, 423, Problem.MEDIA_TYPE, Json.write(problem))) {
            assertEquals(new Refused<Outcome>(problem), post(server));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 308, 400, 401, 404, 408, 409, 421, 429, 500, 502, 503})
    void takesNothingButAProblemDocumentForANo(int status) {
        try (var server =
                TlsServer.answering(
                        authority,
                        status,
                        "text/html",
                        "<html>".getBytes(StandardCharsets.UTF_8))) {
            assertInstanceOf(Lost.class, post(server));
            assertEquals(1, server.requests(), "no retry and no redirect of its own");
        }
    }

    @Test
    void sendsOnceAlsoWhereARetryIsInvited() {
        var problem = Problem.of(ProblemType.OUTCOME_PENDING, "Ask again.", "7");
        try (var server =
                TlsServer.answering(authority, 503, Problem.MEDIA_TYPE, Json.write(problem))) {
            assertInstanceOf(Refused.class, post(server));
            assertEquals(1, server.requests());
        }
    }

    @Test
    void countsAnAnswerThatCannotBeReadAsLost() {
        for (String body :
                new String[] {"", "{", "[]", "{\"reply\":7}", "{\"reply\":\"AQI=\",\"x\":1}"}) {
            try (var server =
                    TlsServer.answering(
                            authority, 200, JSON, body.getBytes(StandardCharsets.UTF_8))) {
                assertInstanceOf(Lost.class, post(server), body);
            }
        }
    }

    @Test
    void readsNoMoreThanTheBound() {
        byte[] tooLong = new byte[Connection.LONGEST_ANSWER + 1];
        try (var server = TlsServer.answering(authority, 200, JSON, tooLong)) {
            var lost = assertInstanceOf(Lost.class, post(server));
            assertTrue(lost.reason().contains("longer"), lost.reason());
        }
    }

    @Test
    void countsADroppedOrHangingAnswerAsLost() {
        try (var server =
                new TlsServer(authority.tls(), PinnedTrust.TLS, exchange -> exchange.close())) {
            assertInstanceOf(Lost.class, post(server));
        }
        try (var hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // It accepts, and never shakes hands: nothing of the request went out.
            var answer = post(authority.identity(hanging.getLocalPort()));
            assertEquals(Why.DOES_NOT_ANSWER, why(answer));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertEquals(Why.DOES_NOT_ANSWER, why(post(authority.identity(port))));
    }

    @Test
    void saysThatThisComputerIsOfflineWhereANameDoesNotResolve() {
        var answer = post(authority.identity("https://meter.invalid"));
        assertEquals(Why.OFFLINE, why(answer));
    }

    @Test
    void trustsNoOtherAuthority() {
        var other = new TestAuthority("Test data center");
        try (var server = TlsServer.answering(other, 200, JSON, Json.write(VALUE))) {
            assertEquals(Why.NOT_TRUSTED, why(post(authority.identity(server.port()))));
            assertEquals(0, server.requests());
        }
    }

    @Test
    void trustsNoOtherHostOfTheSameAuthority() {
        var tls = authority.tls("meter.example", authority.certificate());
        try (var server = new TlsServer(tls, PinnedTrust.TLS, exchange -> exchange.close())) {
            assertEquals(Why.NOT_TRUSTED, why(post(authority.identity(server.port()))));
            assertEquals(0, server.requests());
        }
    }

    @Test
    void speaksNothingOlderThanTls13() {
        try (var server = new TlsServer(authority.tls(), "TLSv1.2", exchange -> exchange.close())) {
            assertEquals(Why.NOT_TRUSTED, why(post(authority.identity(server.port()))));
            assertEquals(0, server.requests());
        }
    }

    @Test
    void sendsTheTokenAndNeverPrintsIt() {
        var token = new SessionToken(Bytes.ofHex("00ff"));
        try (var server =
                new TlsServer(
                        authority.tls(),
                        PinnedTrust.TLS,
                        exchange -> {
                            boolean sent =
                                    "Bearer AP8="
                                            .equals(
                                                    exchange.getRequestHeaders()
                                                            .getFirst("Authorization"));
                            exchange.sendResponseHeaders(sent ? 204 : 500, -1);
                        })) {
            try (var connection = new Connection(authority.identity(server.port()), TIMEOUTS)) {
                assertEquals(new Ok<>(true), connection.delete("/", token));
                assertInstanceOf(Lost.class, connection.delete("/", SessionToken.NONE));
            }
        }
        assertFalse(token.toString().contains("AP8"));
        assertFalse(token.toString().contains("00ff"));
    }

    @Test
    void hasAnAuthorityThatIsACertificate() {
        var nothing = Bytes.ofHex("00");
        var address =
                new DataCenterAddress(
                        authority.identity(1).address().url(), Fingerprint.of(nothing));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Connection(new DataCenterIdentity(address, nothing), TIMEOUTS));
    }

    private Answer<Outcome> post(TlsServer server) {
        return post(authority.identity(server.port()));
    }

    private static Answer<Outcome> post(DataCenterIdentity identity) {
        try (var connection = new Connection(identity, TIMEOUTS)) {
            return connection.post("/v1/x", VALUE, Outcome.class, SessionToken.NONE);
        }
    }

    private static Why why(Answer<?> answer) {
        return assertInstanceOf(NotSent.class, answer).why();
    }
}
