package org.franklin.client.datacenter.connection;

import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.TlsVersion;

import org.franklin.client.datacenter.connection.Answer.Lost;
import org.franklin.client.datacenter.connection.Answer.NotSent;
import org.franklin.client.datacenter.connection.Answer.Ok;
import org.franklin.client.datacenter.connection.Answer.Refused;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Problem;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/// HTTP/2 or HTTP/1.1 over TLS 1.3 to one pinned data center.
///
/// One call sends its request at most once: OkHttp's own retries, redirects and `Retry-After` are
/// switched off, since the outbox must know how often its bytes may have arrived. An answer that is
/// longer than its bound, or that cannot be read, counts as lost.
public final class Connection implements AutoCloseable {

    static final int LONGEST_ANSWER = 2 << 20;

    private static final MediaType JSON = MediaType.get("application/json");

    private final DataCenterAddress address;
    private final OkHttpClient client;

    public Connection(DataCenterIdentity identity, Timeouts timeouts) {
        this.address = identity.address();
        var trust = PinnedTrust.of(identity.authority());
        this.client =
                new OkHttpClient.Builder()
                        .sslSocketFactory(trust.sockets(), trust.manager())
                        .connectionSpecs(
                                List.of(
                                        new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                                                .tlsVersions(TlsVersion.TLS_1_3)
                                                .build()))
                        .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                        .connectTimeout(timeouts.connect())
                        .readTimeout(timeouts.call())
                        .writeTimeout(timeouts.call())
                        .callTimeout(timeouts.call())
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .addNetworkInterceptor(Connection::withoutRetryAfter)
                        .eventListenerFactory(call -> call.request().tag(SentMark.class))
                        .build();
    }

    <T extends Record> Answer<T> get(String path, Class<T> type, SessionToken session) {
        return get(path, type, session, LONGEST_ANSWER);
    }

    <T extends Record> Answer<T> get(
            String path, Class<T> type, SessionToken session, int longest) {
        return call(request(path, session).get(), longest, body -> read(type, body));
    }

    <T extends Record> Answer<T> post(
            String path, Record value, Class<T> type, SessionToken session) {
        var body = RequestBody.create(Json.write(value), JSON);
        return call(
                request(path, session).post(body), LONGEST_ANSWER, answer -> read(type, answer));
    }

    Answer<Boolean> delete(String path, SessionToken session) {
        return call(request(path, session).delete(), LONGEST_ANSWER, _ -> new Ok<>(true));
    }

    /// Drops idle connections; a call under way ends by itself.
    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private Request.Builder request(String path, SessionToken session) {
        var builder = new Request.Builder().url(address.url() + path);
        return session.equals(SessionToken.NONE)
                ? builder
                : builder.header("Authorization", session.header());
    }

    private <T> Answer<T> call(
            Request.Builder request, int longest, Function<byte[], Answer<T>> reading) {
        var mark = new SentMark();
        try (var response = client.newCall(request.tag(SentMark.class, mark).build()).execute()) {
            byte[] body = bounded(response, longest);
            return response.isSuccessful() ? reading.apply(body) : refusal(response, body);
        } catch (IOException e) {
            return mark.isSent()
                    ? new Lost<>(Trouble.describe(e))
                    : new NotSent<>(Trouble.why(e), Trouble.describe(e));
        }
    }

    private static <T extends Record> Answer<T> read(Class<T> type, byte[] body) {
        return switch (Json.read(type, body)) {
            case Valid<T>(var value) -> new Ok<>(value);
            case Malformed<T>(var reason) -> new Lost<>("the answer is " + reason);
        };
    }

    /// A no counts only in the data center's own form; anything else decides nothing.
    private static <T> Answer<T> refusal(Response response, byte[] body) {
        boolean isProblem =
                String.valueOf(response.header("Content-Type")).startsWith(Problem.MEDIA_TYPE);
        return isProblem && Json.read(Problem.class, body) instanceof Valid<Problem>(var problem)
                ? new Refused<>(problem)
                : new Lost<>("status " + response.code() + " without a problem document");
    }

    private static byte[] bounded(Response response, int longest) throws IOException {
        byte[] body = response.body().byteStream().readNBytes(longest + 1);
        if (body.length > longest) {
            throw new IOException("the answer is longer than " + longest + " bytes");
        }
        return body;
    }

    private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build();
    }
}
