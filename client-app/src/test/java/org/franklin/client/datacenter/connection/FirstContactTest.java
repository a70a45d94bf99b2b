package org.franklin.client.datacenter.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.datacenter.connection.Answer.Why;
import org.franklin.client.datacenter.connection.FirstContact.Seen;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.cert.Certificate;
import java.time.Duration;

/// Seeing who a server says that it is, before anything is trusted.
class FirstContactTest {

    private final TestAuthority authority = new TestAuthority("Test data center");
    private final FirstContact contact =
            new FirstContact(new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));

    @Test
    void showsTheAuthorityWithoutSendingAnything() {
        try (var server = TlsServer.answering(authority, 200, "text/plain", new byte[0])) {
            var seen = assertInstanceOf(Seen.Authority.class, look(server));

            assertEquals(authority.identity(server.port()), seen.identity());
            assertEquals("CN=Test data center", seen.name());
            assertEquals(authority.certificate().getNotAfter().toInstant(), seen.until());
            assertEquals(0, server.requests());
        }
    }

    @Test
    void seesNoAuthorityWhereNoneIsPresented() {
        assertNoAuthority();
    }

    @Test
    void seesNoAuthorityWhereTheChainDoesNotLeadToIt() {
        assertNoAuthority(new TestAuthority("Test data center").certificate());
    }

    @Test
    void seesNoAuthorityInACertificateThatMayNotSign() {
        var leaf = authority.certify("Test data center", 9, TestAuthority.newKeys().getPublic());
        assertNoAuthority(leaf);
    }

    @Test
    void tellsASilentServerFromAnAbsentOne() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertEquals(Why.DOES_NOT_ANSWER, notReached("https://localhost:" + port).why());
        }
        assertEquals(Why.DOES_NOT_ANSWER, notReached("https://localhost:" + port).why());
        assertEquals(Why.OFFLINE, notReached("https://meter.invalid").why());
    }

    @Test
    void seesThatAServerDoesNotSpeakTls13() {
        try (var old = new TlsServer(authority.tls(), "TLSv1.2", exchange -> exchange.close())) {
            assertEquals(Why.NOT_TRUSTED, notReached("https://localhost:" + old.port()).why());
        }
    }

    private void assertNoAuthority(Certificate... issuers) {
        var tls = authority.tls("localhost", issuers);
        try (var server = new TlsServer(tls, PinnedTrust.TLS, exchange -> exchange.close())) {
            assertInstanceOf(Seen.NoAuthority.class, look(server));
        }
    }

    private Seen.NotReached notReached(String url) {
        return assertInstanceOf(Seen.NotReached.class, contact.look(URI.create(url)));
    }

    private Seen look(TlsServer server) {
        return contact.look(URI.create("https://localhost:" + server.port()));
    }
}
