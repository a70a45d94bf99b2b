package org.franklin.client.datacenter.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.franklin.client.datacenter.connection.Answer.Ok;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Outcome;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The protocol that is spoken with a server that offers a choice.
class Http2Test {

    private final TestAuthority authority = new TestAuthority("Test data center");

    @Test
    void isChosenOverItsElder() throws Exception {
        var server = new Server();
        var https = new HttpConfiguration();
        https.addCustomizer(new SecureRequestCustomizer());
        var elder = new HttpConnectionFactory(https);
        var alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
        var tls = new SslContextFactory.Server();
        tls.setSslContext(authority.tls());
        var connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, alpn.getProtocol()),
                        alpn,
                        new HTTP2ServerConnectionFactory(https),
                        elder);
        connector.setHost("localhost");
        server.addConnector(connector);
        server.setHandler(new SaysItsProtocol());
        server.start();
        try (var connection =
                new Connection(authority.identity(connector.getLocalPort()), Timeouts.USUAL)) {
            var answer = connection.get("/", Outcome.class, SessionToken.NONE);

            assertEquals(new Ok<>(new Outcome(utf8("HTTP/2.0"))), answer);
        } finally {
            server.stop();
        }
    }

    private static final class SaysItsProtocol extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var version = request.getConnectionMetaData().getHttpVersion().asString();
            byte[] body = Json.write(new Outcome(utf8(version)));
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
