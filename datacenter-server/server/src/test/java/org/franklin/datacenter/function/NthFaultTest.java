package org.franklin.datacenter.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Points.Fault;
import org.franklin.datacenter.function.audit.Audit;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.datacenter.function.signon.SignUpMailer;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Refill;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// The n-th statement, write or fsync fails, for n = 1, 2, 3 and so on until a request passes
/// untouched. Then the same bytes are sent again, and have exactly one outcome.
@ParameterizedClass
@EnumSource(Suite.class)
class NthFaultTest {

    private static final int MOST_TRIES = 3;

    /// A statement, its transaction, a write and an fsync are more than this.
    private static final int FEWEST_POINTS = 10;

    private static final Set<BoxEvent.Kind> HARMLESS =
            EnumSet.of(BoxEvent.Kind.REDO, BoxEvent.Kind.DISK_FAULT);

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;

    /// One request with its bytes, which can be sent again; no outcome means that it is pending.
    private interface Request extends Supplier<Optional<Bytes>> {}

    @BeforeEach
    void open() throws IOException {
        world = new World(dir, suite);
    }

    @AfterEach
    void balances() {
        assertEquals(0, world.count("alarm"), "no fault looks like tampering");
        assertTrue(
                world.events().stream().allMatch(event -> HARMLESS.contains(event.kind())),
                world.events().toString());
        var report =
                new Audit(world.stores(), world.doors(), world.keys().verificationKeys().orThrow())
                        .run();
        assertEquals(List.of(), report.problems());
        assertEquals(List.of(), report.notes());
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void paysForAPieceOnceWhateverFails(Fault fault) throws IOException {
        paysOnceWhateverFails("a dispense", fault, 1);
    }

    @ParameterizedTest
    @EnumSource
    void paysForABatchOnceWhateverFails(Fault fault) throws IOException {
        paysOnceWhateverFails("a batch of 20", fault, 20);
    }

    private void paysOnceWhateverFails(String what, Fault fault, int pieces) throws IOException {
        var maria = world.mailer("maria").holding(Postage.ofDollars(5_000));

        int requests = untilUntouched(what, fault, n -> dispense(maria, n, pieces));

        var account = world.account(maria);
        assertEquals((long) requests * pieces, account.pieces());
        assertEquals(
                Postage.ofCents(74L * requests * pieces), account.registers().ascending(), what);
    }

    @ParameterizedTest
    @EnumSource
    void refillsOnceWhateverFails(Fault fault) throws IOException {
        var maria = world.mailer("maria");

        int requests = untilUntouched("a refill", fault, _ -> refill(maria));

        assertEquals(
                Postage.ofDollars(10L * requests), world.account(maria).registers().descending());
    }

    @ParameterizedTest
    @EnumSource
    void enrolsOnceWhateverFails(Fault fault) throws IOException {
        int requests =
                untilUntouched("an enrolment", fault, n -> enrolment(world.mailer("maria-" + n)));

        assertEquals(requests, world.count("meter_record"));
        assertEquals(3L * requests, world.count("meter_step"), "admitted, first and second device");
    }

    @ParameterizedTest
    @EnumSource
    void signsUpOnceWhateverFails(Fault fault) throws IOException {
        int requests = untilUntouched("a sign-up", fault, n -> signUp(new UserName("maria-" + n)));

        assertEquals(requests, world.count("mailer"));
        assertEquals(2L * requests, world.count("meter_step"), "admitted, first device");
    }

    /// How many requests that took.
    private int untilUntouched(String what, Fault fault, IntFunction<Request> requests)
            throws IOException {
        for (int n = 1; ; n++) {
            var request = requests.apply(n);
            world.points.failAt(n, fault);
            var first = disturbed(request);
            int passed = world.points.passed();
            boolean died = world.points.isDead();
            world.points.rest();
            if (died) {
                world.reopen();
            }
            var outcome = first.isPresent() && !died ? first.get() : answered(request);
            assertEquals(outcome, answered(request), what + ", " + fault + " at " + n);
            if (passed < n) {
                assertTrue(passed > FEWEST_POINTS, what + " has only " + passed + " points");
                System.out.println("faults: " + what + " has " + passed + " points, " + fault);
                return n;
            }
        }
    }

    private Optional<Bytes> disturbed(Request request) {
        try {
            return request.get();
        } catch (Crash _) {
            return Optional.empty();
        }
    }

    /// A box whose disk failed serves nobody until it is opened again.
    private Bytes answered(Request request) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var outcome = request.get();
            if (outcome.isPresent()) {
                return outcome.get();
            }
            world.reopen();
        }
        throw new AssertionError("it stays pending");
    }

    private Request dispense(Mailer maria, long sequence, int pieces) {
        var signed = maria.letters(sequence, pieces);
        return () ->
                switch (maria.send(signed)) {
                    case DispensePostage.Result.Answered(var reply) -> Optional.of(reply);
                    case DispensePostage.Result.Pending _ -> Optional.empty();
                    case DispensePostage.Result other -> throw new AssertionError(other);
                };
    }

    private Request refill(Mailer maria) {
        var asked = new Refill(UUID.randomUUID(), Postage.ofDollars(10), PaymentMethod.SANDBOX_ACH);
        return () ->
                switch (maria.refill(asked)) {
                    case RefillMeter.Result.Refilled(var reply) -> Optional.of(reply);
                    case RefillMeter.Result.Pending _ -> Optional.empty();
                    case RefillMeter.Result other -> throw new AssertionError(other);
                };
    }

    private Request enrolment(Mailer maria) {
        var sealed = maria.sealed(Purpose.ENROL, App.PASSWORD, new App());
        return () -> joined(world.functions().enrolment().enrol(sealed));
    }

    private static Optional<Bytes> joined(EnrolDevice.Result result) {
        return switch (result) {
            case EnrolDevice.Result.Joined(var enrolled) -> Optional.of(enrolled.reply());
            case EnrolDevice.Result.Unavailable _ -> Optional.empty();
            case EnrolDevice.Result other -> throw new AssertionError(other);
        };
    }

    /// Who finds the name taken after a try that was pending enrols with the same key.
    private Request signUp(UserName user) {
        var app = new App();
        var asked =
                new SignUp(
                        user,
                        "Franklin Demo Office",
                        PaymentMethod.SANDBOX_ACH,
                        SignUp.AGREEMENT,
                        App.seal(world.keys(), Purpose.SIGN_UP, user, App.PASSWORD, app.key()));
        var join =
                new SignOn(
                        user, App.seal(world.keys(), Purpose.ENROL, user, App.PASSWORD, app.key()));
        return () ->
                switch (world.functions().signUp().signUp(asked)) {
                    case SignUpMailer.Result.SignedUp(var enrolled) ->
                            Optional.of(enrolled.reply());
                    case SignUpMailer.Result.UserNameTaken _ ->
                            joined(world.functions().enrolment().enrol(join));
                    case SignUpMailer.Result.Pending _, SignUpMailer.Result.Unavailable _ ->
                            Optional.empty();
                    case SignUpMailer.Result other -> throw new AssertionError(other);
                };
    }
}
