package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.Mailer;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Account;
import org.franklin.model.wire.Enrolled;
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
import org.franklin.model.wire.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The whole data center, over its sockets.
@ParameterizedClass
@EnumSource(Suite.class)
class DataCenterTest {

    private static final Bytes NO_TOKEN = Bytes.EMPTY;
    private static final UserName USER = new UserName("office");

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path folder;

    private final App app = new App();

    @Test
    void takesAMailerFromSignUpToAVerifiedPiece() throws Exception {
        try (var center = TestCenter.create(folder, suite)) {
            servesAMailer(center);
        }
    }

    /// From sign-up to a verified piece, and off again; wherever the boxes are.
    void servesAMailer(TestCenter center) throws Exception {
        var keys = center.got(Keys.class, "/v1/keys", NO_TOKEN);
        var enrolled = signUp(center, keys);
        var session = signOn(center, keys);
        assertEquals(enrolled.serial(), session.serial());
        var refilled = refill(center, session);

        var issued = dispense(center, session, 2);

        var account = center.got(Account.class, "/v1/account", session.token());
        assertEquals(Postage.ofDollars(50), account.registers().controlTotal());
        assertEquals(2, account.pieces());
        var verifier =
                new IndiciumVerifier(
                        center.got(Keys.class, "/v1/keys", NO_TOKEN).verificationKeys().orThrow());
        for (Bytes symbol : issued.indicia()) {
            Class<? extends Verdict> expected =
                    switch (center.dataCenter.suite()) {
                        case STANDARD -> Verdict.GenuineSpecimen.class;
                        case PATENT_1998 -> Verdict.TokensUnchecked.class;
                    };
            assertInstanceOf(expected, verifier.verify(symbol));
            assertTrue(
                    center.posted(
                                    Verification.Verdict.class,
                                    200,
                                    "/v1/verifications",
                                    NO_TOKEN,
                                    new Verification(symbol))
                            .genuine());
        }
        assertEquals(
                issued,
                reply(
                        center.got(
                                Outcome.class, meter(session) + "/requests/1/1", session.token())));
        assertInstanceOf(MeterReply.Refilled.class, refilled);
        var statement =
                center.got(
                        Statement.class,
                        meter(session) + "/statement?from=0&most=10",
                        session.token());
        assertEquals(4, statement.replies().size());
        assertEquals(204, center.delete("/v1/sessions/current", session.token()).statusCode());
        assertProblem(ProblemType.SIGNED_OUT, center, "/v1/account", session.token());
    }

    /// Offline by public keys, or, for tokens, by the installation's own meter box.
    @Test
    void theCommandVerifiesAPieceOfAnInstallationThatIsNotServed() throws Exception {
        Bytes symbol;
        try (var center = TestCenter.create(folder, suite)) {
            var keys = center.got(Keys.class, "/v1/keys", NO_TOKEN);
            signUp(center, keys);
            var session = signOn(center, keys);
            refill(center, session);
            symbol = dispense(center, session, 1).indicia().getFirst();
        }
        byte[] altered = symbol.toArray();
        altered[symbol.length() - 14] ^= 1;

        var good = verified(symbol);
        var bad = verified(Bytes.of(altered));

        assertEquals(0, good.code(), good.out());
        assertTrue(good.out().contains("Genuine specimen."), good.out());
        assertEquals(
                suite == Suite.PATENT_1998,
                good.out().contains("  postal token ") && good.out().contains("WARNING: "),
                good.out());
        assertEquals(2, bad.code(), bad.out());
        assertTrue(bad.out().contains("ltered"), bad.out());
    }

    private record Verified(int code, String out) {}

    private Verified verified(Bytes symbol) {
        var out = new StringWriter();
        int code =
                Commands.line()
                        .setOut(new PrintWriter(out))
                        .execute("verify", "--dir", folder.toString(), symbol.hex());
        return new Verified(code, out.toString());
    }

    @Test
    void goesOnWhereItStoppedWhenItIsServedAgain() throws Exception {
        String fingerprint;
        try (var center = TestCenter.create(folder, suite)) {
            fingerprint = center.address.fingerprint();
            var keys = center.got(Keys.class, "/v1/keys", NO_TOKEN);
            signUp(center, keys);
            var session = signOn(center, keys);
            refill(center, session);
            dispense(center, session, 1);
        }

        try (var center = TestCenter.again(folder)) {
            var session = signOn(center, center.got(Keys.class, "/v1/keys", NO_TOKEN));
            assertEquals(2, session.nextSequence());
            assertEquals(1, center.got(Account.class, "/v1/account", session.token()).pieces());
            assertEquals(fingerprint, center.address.fingerprint());
        }
    }

    @Test
    void refusesRequestsToAnothersMeterAndToNone() throws Exception {
        try (var center = TestCenter.create(folder, suite)) {
            var keys = center.got(Keys.class, "/v1/keys", NO_TOKEN);
            signUp(center, keys);
            var token = signOn(center, keys).token();

            assertProblem(ProblemType.NOT_YOURS, center, "/v1/meters/77/statement", token);
            assertProblem(ProblemType.MALFORMED, center, "/v1/meters/0/statement", token);
            assertProblem(ProblemType.MALFORMED, center, "/v1/meters/x/statement", token);
            assertProblem(
                    ProblemType.MALFORMED, center, "/v1/meters/1001/statement?most=501", token);
            assertProblem(ProblemType.MALFORMED, center, "/v1/meters/1001/refills/x", token);
            assertProblem(
                    ProblemType.UNKNOWN_REQUEST,
                    center,
                    "/v1/meters/1001/refills/" + UUID.randomUUID(),
                    token);
            assertProblem(
                    ProblemType.UNKNOWN_REQUEST, center, "/v1/meters/1001/requests/1/1", token);
            assertProblem(ProblemType.SIGNED_OUT, center, "/v1/meters/1001/statement", NO_TOKEN);
            assertProblem(ProblemType.SIGNED_OUT, center, "/v1/account", Bytes.of(new byte[32]));
        }
    }

    @Test
    void saysHowItIsToItsOperators() throws Exception {
        try (var center = TestCenter.create(folder, suite)) {
            center.get("/v1/keys", NO_TOKEN);
            center.get("/v1/nowhere", NO_TOKEN);
            center.demo().furnish();

            var health = center.operators("/health");
            var metrics = center.operators("/metrics");

            assertEquals(200, health.statusCode());
            assertEquals("{\"ready\":true,\"reasons\":[]}", health.body());
            assertEquals(200, metrics.statusCode());
            for (String expected :
                    List.of(
                            "franklin_requests_seconds_count{problem=\"none\",route=\"GET"
                                    + " /v1/keys\"",
                            "problem=\"unknown-route\"",
                            "franklin_box_answers_seconds_count{answer=\"MailerMade\",box=\"auth",
                            "franklin_box_answers_seconds_count{answer=\"Done\",box=\"meter\"",
                            "franklin_pieces_answered_total 0",
                            "jvm_memory_used_bytes")) {
                assertTrue(metrics.body().contains(expected), expected + metrics.body());
            }
            assertEquals(404, center.operators("/v1/keys").statusCode());
        }
    }

    @Test
    void saysToItsOperatorsThatABoxIsOutOfService() throws Exception {
        try (var center = TestCenter.create(folder, suite)) {
            center.demo().furnish();
        }
        Path journal = folder.resolve("boxes/meter.journal");
        byte[] frames = Files.readAllBytes(journal);
        frames[frames.length / 3] ^= 1;
        Files.write(journal, frames);
        for (String snapshot : List.of("snapshot-0", "snapshot-1")) {
            Files.deleteIfExists(folder.resolve("boxes/meter.journal." + snapshot));
        }

        try (var center = TestCenter.again(folder)) {
            var health = center.operators("/health");

            assertEquals(503, health.statusCode());
            assertTrue(health.body().startsWith("{\"ready\":false,\"reasons\":[\"meter box: "));
            var keys = center.got(Keys.class, "/v1/keys", NO_TOKEN);
            var sealed = App.seal(keys, Purpose.SIGN_UP, USER, App.PASSWORD, app.key());
            var asked =
                    new SignUp(USER, "Office", PaymentMethod.SANDBOX_ACH, SignUp.AGREEMENT, sealed);
            assertEquals(
                    ProblemType.BOX_OUT_OF_SERVICE.uri(),
                    center.posted(Problem.class, 503, "/v1/mailers", NO_TOKEN, asked).type());
        }
    }

    @Test
    void furnishesADemoOfficeOnce() throws Exception {
        try (var center = TestCenter.create(folder, suite)) {
            center.demo().furnish();
            center.demo().furnish();
        }
        try (var center = TestCenter.again(folder)) {
            center.demo().furnish();
            var keys = center.got(Keys.class, "/v1/keys", NO_TOKEN);
            String password = Files.readString(center.demo().passwordFile()).strip();
            var enrolled =
                    center.posted(
                            Enrolled.class,
                            200,
                            "/v1/devices",
                            NO_TOKEN,
                            sealed(keys, Purpose.ENROL, DemoOffice.USER, password));
            var session =
                    center.posted(
                            SignedOn.class,
                            201,
                            "/v1/sessions",
                            NO_TOKEN,
                            sealed(keys, Purpose.SIGN_ON, DemoOffice.USER, password));

            var account = center.got(Account.class, "/v1/account", session.token());

            assertEquals(enrolled.serial(), account.serial());
            assertEquals(DemoOffice.BUSINESS, account.business());
            assertEquals(Postage.ofDollars(100), account.registers().descending());
        }
    }

    @Test
    void keepsSecretsOutOfItsLog() throws Exception {
        Path logs = folder.resolve("logs");
        Bytes token;
        try (var center = TestCenter.create(folder, suite)) {
            Logs.toFolder(logs);
            var keys = center.got(Keys.class, "/v1/keys", NO_TOKEN);
            signUp(center, keys);
            token = signOn(center, keys).token();
            center.get("/v1/meters/77/statement", token);
            center.posted(
                    Problem.class,
                    403,
                    "/v1/sessions",
                    NO_TOKEN,
                    sealed(keys, Purpose.SIGN_ON, USER, App.PASSWORD + "!"));
        }
        String log = Files.readString(logs.resolve("franklin.log"));

        assertTrue(log.contains("\"problem\":\"wrong-password\""), log);
        assertTrue(log.contains("\"request\":\""), log);
        assertTrue(log.lines().allMatch(line -> line.startsWith("{") && line.endsWith("}")), log);
        for (String secret :
                List.of(
                        App.PASSWORD,
                        token.hex(),
                        java.util.Base64.getEncoder().encodeToString(token.toArray()),
                        "127.0.0.1")) {
            assertFalse(log.contains(secret), log);
        }
    }

    @Test
    void keepsItsSecretsInPrivateFiles() throws Exception {
        try (var _ = TestCenter.create(folder, suite);
                Stream<Path> files = Files.walk(folder)) {
            var open =
                    files.filter(Files::isRegularFile)
                            .filter(file -> !modeOf(file).equals("rw-------"))
                            .map(file -> folder.relativize(file).toString())
                            .filter(file -> !file.equals("lock"))
                            .toList();

            assertEquals(List.of(), open);
        }
    }

    private static String modeOf(Path file) {
        try {
            return java.nio.file.attribute.PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Enrolled signUp(TestCenter center, Keys keys) throws Exception {
        var sealed = App.seal(keys, Purpose.SIGN_UP, USER, App.PASSWORD, app.key());
        return center.posted(
                Enrolled.class,
                201,
                "/v1/mailers",
                NO_TOKEN,
                new SignUp(USER, "An Office", PaymentMethod.SANDBOX_ACH, SignUp.AGREEMENT, sealed));
    }

    SignedOn signOn(TestCenter center, Keys keys) throws Exception {
        return center.posted(
                SignedOn.class,
                201,
                "/v1/sessions",
                NO_TOKEN,
                sealed(keys, Purpose.SIGN_ON, USER, App.PASSWORD));
    }

    private SignOn sealed(Keys keys, Purpose purpose, UserName user, String password) {
        return new SignOn(user, App.seal(keys, purpose, user, password, app.key()));
    }

    static MeterReply refill(TestCenter center, SignedOn session) throws Exception {
        var refill =
                new Refill(UUID.randomUUID(), Postage.ofDollars(50), PaymentMethod.SANDBOX_ACH);
        return reply(
                center.posted(
                        Outcome.class, 200, meter(session) + "/refills", session.token(), refill));
    }

    private MeterReply.Issued dispense(TestCenter center, SignedOn session, int pieces)
            throws Exception {
        var asked = letters(center, session, pieces);
        return assertInstanceOf(
                MeterReply.Issued.class,
                reply(
                        center.posted(
                                Outcome.class,
                                200,
                                meter(session) + "/requests",
                                session.token(),
                                asked)));
    }

    /// A signed request, of which every try is the same bytes.
    DeviceSigned letters(TestCenter center, SignedOn session, int pieces) throws Exception {
        var letter = Mailer.letter(LocalDate.now(ZoneOffset.UTC));
        var quote =
                center.posted(
                        Quote.class,
                        200,
                        "/v1/quotes",
                        session.token(),
                        new QuoteRequest(java.util.Collections.nCopies(pieces, letter)));
        var request =
                new Dispense(
                        session.serial(),
                        session.device(),
                        session.nextSequence(),
                        quote.id(),
                        quote.pieces());
        return app.sign(request);
    }

    static MeterReply reply(Outcome outcome) {
        return MeterReply.decode(outcome.reply()).orThrow();
    }

    static String meter(SignedOn session) {
        return "/v1/meters/" + session.serial().number();
    }

    private static void assertProblem(ProblemType type, TestCenter center, String path, Bytes token)
            throws Exception {
        var problem = TestCenter.read(Problem.class, type.status(), center.get(path, token));
        assertEquals(type.uri(), problem.type());
        assertEquals(type.charge(), problem.charge());
    }
}
