package org.franklin.client.datacenter.connection;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

/// A TLS server for tests that answers every request alike and counts them.
final class TlsServer implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();

    TlsServer(SSLContext tls, String protocol, HttpHandler handler) {
        try {
            server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(
                new HttpsConfigurator(tls) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        var chosen = tls.getDefaultSSLParameters();
                        chosen.setProtocols(new String[] {protocol});
                        parameters.setSSLParameters(chosen);
                    }
                });
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    try (exchange) {
                        exchange.getRequestBody().readAllBytes();
                        handler.handle(exchange);
                    }
                });
        server.start();
    }

    static TlsServer answering(TestAuthority authority, int status, String type, byte[] body) {
        return new TlsServer(
                authority.tls(),
                PinnedTrust.TLS,
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.getResponseHeaders().set("Retry-After", "0");
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                });
    }

    int port() {
        return server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
