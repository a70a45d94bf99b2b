package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.datacenter.function.App;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.meter.MeterRequest.Enrol;
import org.franklin.model.meter.MeterRequest.Revoke;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;
import org.franklin.model.wire.SignedOn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// How apps enrol and remove devices over HTTPS.
class DeviceRoutesTest {

    private static final UserName USER = new UserName("office");
    private static final DeviceId FIRST = new DeviceId(1);
    private static final DeviceId SECOND = new DeviceId(2);

    private final App desktop = new App();
    private final App laptop = new App();

    @TempDir Path folder;
    private TestCenter center;
    private Keys keys;
    private SignedOn session;

    @BeforeEach
    void signUpAndOn() throws Exception {
        center = TestCenter.create(folder);
        keys = center.got(Keys.class, "/v1/keys", Bytes.EMPTY);
        var sealed = sealed(Purpose.SIGN_UP, desktop);
        var form =
                new SignUp(
                        USER,
                        "An Office",
                        PaymentMethod.SANDBOX_ACH,
                        SignUp.AGREEMENT,
                        sealed.credentials());
        center.posted(Enrolled.class, 201, "/v1/mailers", Bytes.EMPTY, form);
        session = signOn(desktop);
    }

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void aDeviceLetsAnotherInAndRemovesItWhichLearnsIt() throws Exception {
        var letIn = desktop.sign(new Enrol(session.serial(), FIRST, 1, laptop.key()));
        var reply = assertInstanceOf(MeterReply.Enrolled.class, answered(session, letIn));
        assertEquals(SECOND, reply.device());
        assertEquals(reply, answered(session, letIn));

        var second = signOn(laptop);
        assertEquals(SECOND, second.device());
        var cancel = laptop.sign(new Cancel(session.serial(), SECOND, 1));
        var voided = assertInstanceOf(MeterReply.Voided.class, answered(second, cancel));
        var revoked =
                answered(session, desktop.sign(new Revoke(session.serial(), FIRST, 2, SECOND)));
        assertEquals(SECOND, assertInstanceOf(MeterReply.Revoked.class, revoked).device());

        refused(
                ProblemType.DEVICE_NOT_ENROLLED,
                requests(),
                second.token(),
                laptop.sign(new Cancel(session.serial(), SECOND, 2)));
        refused(
                ProblemType.DEVICE_NOT_ENROLLED,
                "/v1/sessions",
                Bytes.EMPTY,
                sealed(Purpose.SIGN_ON, laptop));
        assertEquals(
                voided, reply(center.got(Outcome.class, requests() + "/2/1", session.token())));
    }

    @Test
    void whatCannotBeIsSaidInAProblem() throws Exception {
        refused(ProblemType.UNKNOWN_DEVICE, new Revoke(session.serial(), FIRST, 1, SECOND));
        refused(ProblemType.LAST_DEVICE, new Revoke(session.serial(), FIRST, 1, FIRST));
        refused(ProblemType.MALFORMED, new Enrol(session.serial(), FIRST, 1, desktop.key()));
        for (int sequence = 1; sequence <= 7; sequence++) {
            var letIn = new Enrol(session.serial(), FIRST, sequence, new App().key());
            assertInstanceOf(MeterReply.Enrolled.class, answered(session, desktop.sign(letIn)));
        }
        refused(ProblemType.TOO_MANY_DEVICES, new Enrol(session.serial(), FIRST, 8, laptop.key()));
        refused(
                ProblemType.TOO_MANY_DEVICES,
                "/v1/devices",
                Bytes.EMPTY,
                sealed(Purpose.ENROL, laptop));
    }

    @Test
    void aRecoveryHasARouteOfItsOwn() throws Exception {
        refused(
                ProblemType.MALFORMED,
                "/v1/devices/recovery",
                Bytes.EMPTY,
                sealed(Purpose.ENROL, laptop));
        refused(ProblemType.MALFORMED, "/v1/devices", Bytes.EMPTY, sealed(Purpose.RECOVER, laptop));

        var enrolled =
                center.posted(
                        Enrolled.class,
                        200,
                        "/v1/devices/recovery",
                        Bytes.EMPTY,
                        sealed(Purpose.RECOVER, laptop));
        assertEquals(SECOND, enrolled.device());
        assertEquals(SECOND, signOn(laptop).device());
        refused(
                ProblemType.DEVICE_NOT_ENROLLED,
                "/v1/sessions",
                Bytes.EMPTY,
                sealed(Purpose.SIGN_ON, desktop));
    }

    private SignOn sealed(Purpose purpose, App app) {
        return new SignOn(USER, App.seal(keys, purpose, USER, App.PASSWORD, app.key()));
    }

    private SignedOn signOn(App app) throws Exception {
        return center.posted(
                SignedOn.class, 201, "/v1/sessions", Bytes.EMPTY, sealed(Purpose.SIGN_ON, app));
    }

    private String requests() {
        return "/v1/meters/" + session.serial().number() + "/requests";
    }

    private MeterReply answered(SignedOn by, DeviceSigned request) throws Exception {
        return reply(center.posted(Outcome.class, 200, requests(), by.token(), request));
    }

    private static MeterReply reply(Outcome outcome) {
        return MeterReply.decode(outcome.reply()).orThrow();
    }

    private void refused(ProblemType type, MeterRequest request) throws Exception {
        refused(type, requests(), session.token(), desktop.sign(request));
    }

    private void refused(ProblemType type, String path, Bytes token, Record body) throws Exception {
        var problem = center.posted(Problem.class, type.status(), path, token, body);
        assertEquals(type.uri(), problem.type());
        assertEquals(Problem.Charge.NOT_CHARGED, problem.charge());
    }
}
