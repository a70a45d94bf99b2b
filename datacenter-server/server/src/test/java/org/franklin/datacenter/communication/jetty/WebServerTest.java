package org.franklin.datacenter.communication.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.communication.jetty.Listening.UnixSocket;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

class WebServerTest {

    @TempDir Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.usual(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersAPostInJson() throws Exception {
        var answer = post("{\"word\":\"hello\"}");

        assertEquals(200, answer.statusCode());
        assertEquals("{\"word\":\"hello\"}", answer.body());
        assertEquals("application/json", header(answer, "Content-Type"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals("", header(answer, "Server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_1_1", "HTTP_2"})
    void speaksBothVersionsOfHttp(String version) throws Exception {
        var asked = HttpClient.Version.valueOf(version);

        var answer =
                server.client()
                        .send(
                                server.request("/v1/things/a").version(asked).build(),
                                BodyHandlers.ofString());

        assertEquals(asked, answer.version());
        assertEquals("{\"word\":\"a\"}", answer.body());
    }

    @Test
    void speaksTls13() throws Exception {
        try (var socket = socket("TLSv1.3")) {
            socket.startHandshake();

            assertEquals("TLSv1.3", socket.getSession().getProtocol());
            assertEquals(2, socket.getSession().getPeerCertificates().length);
        }
    }

    @Test
    void refusesTls12() throws Exception {
        try (var socket = socket("TLSv1.2")) {
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
        }
    }

    @Test
    void readsPathAndQuery() throws Exception {
        assertEquals("{\"word\":\"abc,x y\"}", get("/v1/things/abc?q=%2Cx%20y").body());
    }

    @Test
    void answersADeleteWithNothing() throws Exception {
        var answer = send(server.request("/v1/things/a").DELETE().build());

        assertEquals(204, answer.statusCode());
        assertEquals("", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things/a?z=1", "/v1/things/a?q=1&q=2", "/v1/fault?x"})
    void refusesParametersThatTheRouteDoesNotTake(String path) throws Exception {
        assertProblem(ProblemType.MALFORMED, 400, get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/echo/", "/v1/things/a/b", "/v2/echo"})
    void refusesUnknownPaths(String path) throws Exception {
        assertProblem(ProblemType.UNKNOWN_ROUTE, 404, get(path));
    }

    @Test
    void namesTheMethodsOfARouteWhenAskedWithAnother() throws Exception {
        var put = server.request("/v1/things/a").PUT(BodyPublishers.noBody()).build();

        var answer = send(put);

        assertProblem(ProblemType.WRONG_METHOD, 405, answer);
        assertEquals("DELETE, GET", header(answer, "Allow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jsonp", "application/json;charset=latin1"})
    void refusesBodiesOfAnotherType(String type) throws Exception {
        var request =
                server.request("/v1/echo")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("{\"word\":\"hello\"}"))
                        .build();

        assertProblem(ProblemType.MALFORMED, 415, send(request));
    }

    @Test
    void refusesABodyWithoutAType() throws Exception {
        var request =
                server.request("/v1/echo")
                        .POST(BodyPublishers.ofString("{\"word\":\"hello\"}"))
                        .build();

        assertProblem(ProblemType.MALFORMED, 415, send(request));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"word\":null}",
                "{\"word\":\"a\",\"more\":1}",
                "{\"word\":\"a\"}{}",
                "{\"word\":\"a\",\"word\":\"b\"}",
                "\u0000\u0001\u0002"
            })
    void refusesWhatIsNotTheRoutesJson(String body) throws Exception {
        assertProblem(ProblemType.MALFORMED, 400, post(body));
    }

    @Test
    void refusesDeepJson() throws Exception {
        assertProblem(ProblemType.MALFORMED, 400, post("[".repeat(500) + "]".repeat(500)));
    }

    @ParameterizedTest
    @ValueSource(ints = {TestServer.MOST_BYTES + 1, 100_000, 1_000_000})
    void refusesBodiesThatAreTooLarge(int bytes) throws Exception {
        assertProblem(ProblemType.TOO_LARGE, 413, post("x".repeat(bytes)));
    }

    @Test
    void readsNoBodyThatIsFarTooLarge() throws Exception {
        try {
            assertEquals(413, post("x".repeat(30_000_000)).statusCode());
        } catch (IOException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("cancel"), e.toString());
        }
    }

    @Test
    void refusesALargeBodyOfUnknownLength() throws Exception {
        byte[] large = "x".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        var publisher = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));

        assertProblem(ProblemType.TOO_LARGE, 413, post(publisher));
    }

    @Test
    void takesABodyOfTheGreatestSize() throws Exception {
        String frame = "{\"word\":\"\"}";
        String word = "x".repeat(TestServer.MOST_BYTES - frame.length());

        assertEquals(200, post("{\"word\":\"" + word + "\"}").statusCode());
    }

    @Test
    void refusesLargeHeaders() throws Exception {
        var request = server.request("/v1/things/a").header("X-Large", "x".repeat(20_000)).build();

        var answer =
                server.client()
                        .send(
                                HttpRequest.newBuilder(request, (_, _) -> true)
                                        .version(HttpClient.Version.HTTP_1_1)
                                        .build(),
                                BodyHandlers.ofString());

        assertProblem(ProblemType.TOO_LARGE, 431, answer);
    }

    @Test
    void keepsAFaultOfTheProgramToItself() throws Exception {
        var answer = get("/v1/fault");

        assertProblem(ProblemType.DATA_CENTER_FAULT, 500, answer);
        assertFalse(answer.body().contains("secret"));
        assertEquals(Problem.Charge.CHECKING, problem(answer).charge());
    }

    @Test
    void namesEachRequestOnce() throws Exception {
        assertFalse(problem(get("/v1/a")).instance().equals(problem(get("/v1/b")).instance()));
    }

    @Test
    void countsRequestsByRouteAndStatus() throws Exception {
        get("/v1/things/a");
        get("/v1/things/b");
        get("/v1/nowhere");

        awaitCount(2, "GET /v1/things/{name}", 200);
        awaitCount(1, "none", 404);
    }

    @Test
    void letsNoMoreRequestsInThanItCanServeAndSaysOfTheOthersThatTheirOutcomeIsOpen()
            throws Exception {
        var client = server.client();
        var asked = server.request("/v1/slow").build();
        int room = 2 * TestServer.QUICK.concurrent();
        var answers =
                IntStream.range(0, room + 1)
                        .mapToObj(_ -> client.sendAsync(asked, BodyHandlers.ofString()))
                        .toList();
        var first = answers.stream().reduce((one, other) -> one.applyToEither(other, a -> a));
        var refused = first.orElseThrow().get(20, TimeUnit.SECONDS);
        server.gate.release(room);

        assertProblem(ProblemType.OUTCOME_PENDING, 503, refused);
        assertEquals(Problem.Charge.CHECKING, problem(refused).charge());
        assertEquals("5", header(refused, "Retry-After"));
    }

    @Test
    void saysWhenToAskAgainWhereItCannotServeNow() throws Exception {
        for (var type : List.of("outcome-pending", "box-out-of-service")) {
            var answer = get("/v1/refusals/" + type);

            assertEquals(503, answer.statusCode());
            assertEquals("5", header(answer, "Retry-After"));
        }
        assertEquals("", header(get("/v1/refusals/meter-locked"), "Retry-After"));
    }

    @Test
    void slowsDownAClientThatAsksTooOften() throws Exception {
        var limits = new Limits(100, 4, 5, TestServer.QUICK.slowest(), TestServer.QUICK.idle());
        server.close();
        server =
                new TestServer(
                        Files.createDirectory(folder.resolve("second")),
                        limits,
                        new UnixSocket.None());
        HttpResponse<String> answer;
        int asked = 0;
        do {
            answer = get("/v1/things/a");
            asked++;
        } while (answer.statusCode() == 200 && asked < 1_000);

        assertProblem(ProblemType.TOO_MANY_REQUESTS, 429, answer);
    }

    /// A request is counted just after its answer is sent.
    private void awaitCount(long count, String route, int status) throws InterruptedException {
        for (int look = 0; look < 500 && counted(route, status) < count; look++) {
            Thread.sleep(10);
        }
        assertEquals(count, counted(route, status));
    }

    private long counted(String route, int status) {
        var timer =
                server.registry
                        .find("franklin.requests")
                        .tag("route", route)
                        .tag("status", Integer.toString(status))
                        .timer();
        return timer == null ? 0 : timer.count();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(server.request(path).build());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        return send(
                server.request("/v1/echo")
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return server.client().send(request, BodyHandlers.ofString());
    }

    private SSLSocket socket(String protocol) throws IOException {
        var socket =
                (SSLSocket)
                        server.trust().getSocketFactory().createSocket("127.0.0.1", server.port());
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Problem problem(HttpResponse<String> answer) {
        return Json.read(Problem.class, answer.body().getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    private static void assertProblem(ProblemType type, int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        assertEquals(Problem.MEDIA_TYPE, header(answer, "Content-Type"));
        var problem = problem(answer);
        assertEquals(type.uri(), problem.type());
        assertEquals(type.title(), problem.title());
        assertEquals(status, problem.status());
        assertTrue(problem.instance().matches("/requests/[0-9a-f]{16}"), problem.instance());
        assertFalse(problem.detail().isBlank());
    }
}
