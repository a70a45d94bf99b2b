package org.franklin.client.datacenter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.TestAuthority;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Account;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.QuoteRequest;
import org.franklin.model.wire.Refill;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;
import org.franklin.model.wire.SignedOn;
import org.franklin.model.wire.Statement;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// A data center for tests on a real TLS socket: one mailer, one meter, and tricks that it plays on
/// the next requests for money.
public final class FakeDataCenter implements AutoCloseable {

    /// What becomes of one `POST` of a request or a refill.
    public interface Trick {
        void play(Ask ask) throws IOException;
    }

    /// One request on its way: `honest` executes it.
    public record Ask(HttpExchange exchange, Supplier<FakeMeter.Answer> honest) {

        void answer(FakeMeter.Answer answer) throws IOException {
            switch (answer) {
                case FakeMeter.Answer.Done(var reply) ->
                        send(exchange, 200, new Outcome(reply.canonical()));
                case FakeMeter.Answer.No(var problem) -> send(exchange, problem);
            }
        }

        void drop() {
            exchange.close();
        }

        MeterReply done() {
            return ((FakeMeter.Answer.Done) honest.get()).reply();
        }
    }

    static final Trick HONEST = ask -> ask.answer(ask.honest().get());
    static final Trick LOSE_THE_REQUEST = Ask::drop;
    static final Trick LOSE_THE_ANSWER =
            ask -> {
                var _ = ask.honest().get();
                ask.drop();
            };

    static Trick refuse(ProblemType type) {
        return ask -> ask.answer(FakeMeter.no(type));
    }

    private static final MailerId MAILER = new MailerId("0".repeat(32));

    private final TestAuthority authority = new TestAuthority("Test data center");
    private final FakePost post = new FakePost(new SerialNumber(1042));
    private final FakeMeter meter = new FakeMeter(post);
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Trick> tricks = new ArrayDeque<>();
    private final List<Bytes> bodies = new ArrayList<>();
    private final List<MeterReply> hidden = new ArrayList<>();

    private volatile Bytes password = Bytes.EMPTY;
    private volatile Bytes token = Bytes.EMPTY;
    private volatile Postage price = Postage.ofCents(74);
    private volatile boolean padsQuotes;
    private volatile boolean losesEnrolments;
    private volatile Keys keys = post.keys();

    public FakeDataCenter() {
        try {
            server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(authority.tls()));
        server.setExecutor(threads);
        server.createContext("/v1/", this::serve);
        server.start();
    }

    public DataCenterIdentity identity() {
        return authority.identity(server.getAddress().getPort());
    }

    FakeMeter meter() {
        return meter;
    }

    FakePost post() {
        return post;
    }

    /// The next requests for money meet these tricks, one each; the rest is served honestly.
    synchronized void play(Trick... next) {
        tricks.addAll(List.of(next));
    }

    synchronized void playNoMore() {
        tricks.clear();
    }

    /// The bodies of all requests for money, as they arrived.
    synchronized List<Bytes> bodies() {
        return List.copyOf(bodies);
    }

    void price(Postage newPrice) {
        price = newPrice;
    }

    void keys(Keys newKeys) {
        keys = newKeys;
    }

    void loseEnrolments() {
        losesEnrolments = true;
    }

    void endSession() {
        token = Bytes.EMPTY;
    }

    /// Leaves a step out of statements.
    void hide(MeterReply step) {
        hidden.add(step);
    }

    void showAll() {
        hidden.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try {
            route(exchange, exchange.getRequestBody().readAllBytes());
        } catch (RuntimeException e) {
            send(exchange, Problem.of(ProblemType.DATA_CENTER_FAULT, e.toString(), "test"));
        } finally {
            exchange.close();
        }
    }

    private void route(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean isPost = exchange.getRequestMethod().equals("POST");
        switch (path) {
            case "/v1/keys" -> send(exchange, 200, keys);
            case "/v1/mailers" -> signUp(exchange, read(SignUp.class, body));
            case "/v1/devices" -> enrol(exchange, read(SignOn.class, body));
            case "/v1/devices/recovery" -> recover(exchange, read(SignOn.class, body));
            case "/v1/sessions" -> signOn(exchange, read(SignOn.class, body));
            default -> {
                String bearer = "Bearer " + Base64.getEncoder().encodeToString(token.toArray());
                if (token.equals(Bytes.EMPTY)
                        || !bearer.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    if (isPost && !path.equals("/v1/quotes")) {
                        remember(body);
                    }
                    send(exchange, FakeMeter.no(ProblemType.SIGNED_OUT));
                } else {
                    signedOn(exchange, path, isPost, body);
                }
            }
        }
    }

    private void signedOn(HttpExchange exchange, String path, boolean isPost, byte[] body)
            throws IOException {
        String[] parts = path.split("/", -1);
        if (path.equals("/v1/sessions/current")) {
            token = Bytes.EMPTY;
            exchange.sendResponseHeaders(204, -1);
        } else if (path.equals("/v1/account")) {
            send(exchange, 200, account());
        } else if (path.equals("/v1/quotes")) {
            send(exchange, 200, quote(read(QuoteRequest.class, body)));
        } else if (path.endsWith("/requests") && isPost) {
            var signed = read(DeviceSigned.class, body);
            money(exchange, body, () -> request(signed));
        } else if (path.endsWith("/refills") && isPost) {
            var refill = read(Refill.class, body);
            money(exchange, body, () -> refill(refill));
        } else if (path.contains("/requests/")) {
            var device = new DeviceId(Integer.parseInt(parts[5]));
            var ask = new Ask(exchange, () -> meter.outcome(device, Long.parseLong(parts[6])));
            HONEST.play(ask);
        } else if (path.endsWith("/statement")) {
            send(exchange, 200, statement(exchange.getRequestURI().getQuery()));
        } else {
            send(exchange, FakeMeter.no(ProblemType.UNKNOWN_ROUTE));
        }
    }

    private void money(HttpExchange exchange, byte[] body, Supplier<FakeMeter.Answer> honest)
            throws IOException {
        remember(body);
        nextTrick().play(new Ask(exchange, honest));
    }

    private synchronized void remember(byte[] body) {
        bodies.add(Bytes.of(body));
    }

    private synchronized Trick nextTrick() {
        return tricks.isEmpty() ? HONEST : tricks.removeFirst();
    }

    private FakeMeter.Answer request(DeviceSigned signed) {
        var request = signed.decode().orThrow();
        boolean stale =
                request instanceof Dispense dispense
                        && dispense.pieces().stream()
                                .anyMatch(piece -> !piece.price().equals(price))
                        && !(meter.outcome(dispense.device(), dispense.sequence())
                                instanceof FakeMeter.Answer.Done);
        return stale ? FakeMeter.no(ProblemType.PRICE_CHANGED) : meter.request(signed);
    }

    private FakeMeter.Answer refill(Refill refill) {
        return refill.method() == PaymentMethod.SANDBOX_DECLINED
                ? FakeMeter.no(ProblemType.PAYMENT_DECLINED)
                : meter.refill(refill);
    }

    private void signUp(HttpExchange exchange, SignUp form) throws IOException {
        var credentials = post.open(form.credentials());
        if (!password.equals(Bytes.EMPTY)) {
            send(exchange, FakeMeter.no(ProblemType.USER_NAME_TAKEN));
        } else if (!credentials.isLongEnough()) {
            send(exchange, FakeMeter.no(ProblemType.WEAK_PASSWORD));
        } else {
            password = credentials.password();
            enrolled(exchange, 201, credentials);
        }
    }

    private void enrol(HttpExchange exchange, SignOn form) throws IOException {
        var credentials = post.open(form.credentials());
        if (credentials.password().equals(password)) {
            enrolled(exchange, 200, credentials);
        } else {
            send(exchange, FakeMeter.no(ProblemType.WRONG_PASSWORD));
        }
    }

    private void recover(HttpExchange exchange, SignOn form) throws IOException {
        var credentials = post.open(form.credentials());
        if (credentials.password().equals(password)
                && credentials.purpose() == Credentials.Purpose.RECOVER) {
            meter.recover(credentials.deviceKey());
            enrolled(exchange, 200, credentials);
        } else {
            send(exchange, FakeMeter.no(ProblemType.WRONG_PASSWORD));
        }
    }

    private void enrolled(HttpExchange exchange, int status, Credentials credentials)
            throws IOException {
        var device = meter.enrol(credentials.deviceKey());
        var reply = new Outcome(meter.steps().getLast().canonical()).reply();
        var answer = new Enrolled(MAILER, post.serial(), device, reply);
        if (losesEnrolments) {
            exchange.close();
        } else {
            send(exchange, status, answer);
        }
    }

    private void signOn(HttpExchange exchange, SignOn form) throws IOException {
        var credentials = post.open(form.credentials());
        if (!credentials.password().equals(password)
                || credentials.purpose() != Credentials.Purpose.SIGN_ON) {
            send(exchange, FakeMeter.no(ProblemType.WRONG_PASSWORD));
        } else if (!meter.knows(credentials.deviceKey())) {
            send(exchange, FakeMeter.no(ProblemType.DEVICE_NOT_ENROLLED));
        } else {
            token =
                    Hash.of(("session " + System.nanoTime()).getBytes(StandardCharsets.UTF_8))
                            .bytes();
            var device = meter.enrol(credentials.deviceKey());
            send(
                    exchange,
                    201,
                    new SignedOn(
                            token,
                            Instant.now().plusSeconds(900),
                            MAILER,
                            "Test Office",
                            post.serial(),
                            device,
                            meter.nextSequence(device)));
        }
    }

    private Account account() {
        return new Account(
                MAILER,
                "Test Office",
                PaymentMethod.SANDBOX_ACH,
                post.serial(),
                meter.registers(),
                meter.counter(),
                meter.pieces(),
                false);
    }

    /// From now on quotes price one piece more than was asked for.
    void padQuotes() {
        padsQuotes = true;
    }

    private Quote quote(QuoteRequest request) {
        var asked = new ArrayList<>(request.pieces());
        if (padsQuotes) {
            asked.add(asked.getFirst());
        }
        var pieces = asked.stream().map(piece -> new PricedMailpiece(piece, price)).toList();
        var id = new QuoteId(Canonical.hash(request).bytes().slice(0, QuoteId.LENGTH));
        return new Quote(
                id,
                request.pieces().getFirst().mailingDate(),
                pieces,
                new Postage(price.mills() * pieces.size()));
    }

    private Statement statement(String query) {
        int from = Integer.parseInt(query.replaceAll(".*from=(\\d+).*", "$1"));
        int most = Integer.parseInt(query.replaceAll(".*most=(\\d+).*", "$1"));
        var page =
                meter.steps().stream()
                        .filter(step -> step.receipt().receipt().counter() >= from)
                        .filter(step -> !hidden.contains(step))
                        .limit(most)
                        .map(MeterReply::canonical)
                        .toList();
        return new Statement(post.serial(), page);
    }

    private static <T extends Record> T read(Class<T> type, byte[] body) {
        return Json.read(type, body).orThrow();
    }

    private static void send(HttpExchange exchange, FakeMeter.Answer answer) throws IOException {
        send(exchange, ((FakeMeter.Answer.No) answer).problem());
    }

    private static void send(HttpExchange exchange, Problem problem) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", Problem.MEDIA_TYPE);
        send(exchange, problem.status(), (Record) problem);
    }

    static void send(HttpExchange exchange, int status, Record value) throws IOException {
        byte[] body = Json.write(value);
        if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
