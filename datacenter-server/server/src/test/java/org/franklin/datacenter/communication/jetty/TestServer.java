package org.franklin.datacenter.communication.jetty;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.franklin.datacenter.communication.Reply;
import org.franklin.datacenter.communication.Route;
import org.franklin.datacenter.communication.Route.Method;
import org.franklin.datacenter.communication.jetty.Listening.UnixSocket;
import org.franklin.datacenter.keymanagement.TestIdentity;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.ProblemType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A web server on a free port with a few toy routes, and what a client needs to reach it.
final class TestServer implements AutoCloseable {

    record Word(String word) {}

    static final int MOST_BYTES = 1_000;

    static final Limits QUICK =
            new Limits(100, 4, 10_000, Duration.ofMillis(400), Duration.ofSeconds(5));

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Semaphore gate = new Semaphore(0);
    final X509Certificate authority;
    private final WebServer server;

    TestServer(Path folder, Limits limits, UnixSocket socket) throws IOException {
        var identity = TestIdentity.in(folder);
        authority = identity.authority();
        server =
                new WebServer(
                        new Listening("127.0.0.1", 0, socket),
                        identity,
                        limits,
                        new WebServer.Handling(routes(), registry, new SplittableRandom(1)));
        server.start();
    }

    static TestServer usual(Path folder) throws IOException {
        return new TestServer(folder, QUICK, new UnixSocket.None());
    }

    private List<Route> routes() {
        return List.of(
                new Route(Method.POST, "/v1/echo", Set.of(), MOST_BYTES, call -> echo(call.body())),
                new Route(
                        Method.GET,
                        "/v1/things/{name}",
                        Set.of("q"),
                        0,
                        call -> Reply.ok(new Word(text(call.path()) + text(call.query())))),
                new Route(Method.DELETE, "/v1/things/{name}", Set.of(), 0, _ -> new Reply.Empty()),
                new Route(
                        Method.GET,
                        "/v1/fault",
                        Set.of(),
                        0,
                        _ -> {
                            throw new IllegalStateException("secret of the house");
                        }),
                new Route(
                        Method.GET,
                        "/v1/refusals/{type}",
                        Set.of(),
                        0,
                        call -> refusal(text(call.path()))),
                new Route(
                        Method.GET,
                        "/v1/slow",
                        Set.of(),
                        0,
                        _ -> {
                            gate.acquireUninterruptibly();
                            return Reply.ok(new Word("slow"));
                        }));
    }

    private static Reply echo(org.franklin.model.canonical.Bytes body) {
        return switch (Json.read(Word.class, body.toArray())) {
            case Decoded.Valid<Word>(var word) -> Reply.ok(word);
            case Decoded.Malformed<Word>(var reason) ->
                    Reply.refused(ProblemType.MALFORMED, reason);
        };
    }

    private static Reply refusal(String type) {
        return Reply.refused(ProblemType.of("/problems/" + type).orElseThrow(), "A sentence.");
    }

    private static String text(Map<String, String> parameters) {
        return String.join(",", parameters.values());
    }

    int port() {
        return server.port();
    }

    URI uri(String path) {
        return URI.create("https://127.0.0.1:" + port() + path);
    }

    HttpClient client() {
        return HttpClient.newBuilder().sslContext(trust()).build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
    }

    SSLContext trust() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("ca", authority);
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        gate.release(1_000);
        server.close();
    }
}
