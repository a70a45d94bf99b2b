package org.franklin.datacenter.crash;

import org.franklin.datacenter.crash.Question.Visitor;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Refill;
import org.franklin.model.wire.SignedOn;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;

/// The way into a process that serves over TLS, as apps go it. A session is as old as the process.
final class HttpDoor implements Door, AutoCloseable {

    private final HttpClient client;
    private final URI apps;
    private final Map<Visitor, Bytes> tokens = new ConcurrentHashMap<>();

    HttpDoor(URI apps, SSLContext trust) {
        this.client = HttpClient.newBuilder().sslContext(trust).build();
        this.apps = apps;
    }

    @Override
    public Answer ask(Question question) throws IOException {
        return switch (question) {
            case Question.PublishedKeys _ ->
                    new Answer.Published(read(Keys.class, send(request("/v1/keys").build())));
            case Question.Found(var asked) -> enrolled(post(request("/v1/mailers"), asked));
            case Question.Join(var asked) -> enrolled(post(request("/v1/devices"), asked));
            case Question.Serve(var visitor, var signed) ->
                    outcome(post(signedOn(visitor, "/requests"), signed));
            case Question.Fill(var visitor, var id, var amount) ->
                    outcome(
                            post(
                                    signedOn(visitor, "/refills"),
                                    new Refill(
                                            UUID.fromString(id),
                                            amount,
                                            PaymentMethod.SANDBOX_ACH)));
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(apps.resolve(path));
    }

    private HttpRequest.Builder signedOn(Visitor visitor, String path) throws IOException {
        var token = tokens.get(visitor);
        if (token == null) {
            var answer = post(request("/v1/sessions"), visitor.signOn());
            if (answer.statusCode() != 201) {
                throw new AssertionError("no session: " + answer.statusCode());
            }
            token = read(SignedOn.class, answer).token();
            tokens.put(visitor, token);
        }
        return request("/v1/meters/" + visitor.session().serial().number() + path)
                .header(
                        "Authorization",
                        "Bearer " + Base64.getEncoder().encodeToString(token.toArray()));
    }

    private HttpResponse<byte[]> post(HttpRequest.Builder request, Record body) throws IOException {
        return send(
                request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.write(body)))
                        .build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Answer enrolled(HttpResponse<byte[]> answer) {
        return answer.statusCode() / 100 == 2
                ? new Answer.Joined(read(Enrolled.class, answer))
                : refused(answer);
    }

    private static Answer outcome(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200
                ? new Answer.Replied(read(Outcome.class, answer).reply())
                : refused(answer);
    }

    private static Answer refused(HttpResponse<byte[]> answer) {
        var type = ProblemType.of(read(Problem.class, answer).type()).orElseThrow();
        return switch (type) {
            case USER_NAME_TAKEN -> new Answer.NameTaken();
            case INSUFFICIENT_FUNDS -> new Answer.NoFunds();
            case OUTCOME_PENDING, BOX_OUT_OF_SERVICE -> new Answer.Pending();
            default -> new Answer.Refused(type.name());
        };
    }

    private static <T extends Record> T read(Class<T> type, HttpResponse<byte[]> answer) {
        return Json.read(type, answer.body()).orThrow();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
