package org.franklin.datacenter.drill.attack;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Grant;
import org.franklin.datacenter.drill.ground.DeviceKey;
import org.franklin.datacenter.drill.ground.Ground;
import org.franklin.datacenter.keymanagement.CredentialsSeal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A function server that signs up whom it likes: the records and grants are genuine.
final class SignUpAttacks {

    static final List<Drill> ALL =
            List.of(
                    new Drill(
                            "Sign a thief up as a meter's owner, and recover it",
                            Answer.Refused.class,
                            SignUpAttacks::recover));

    private SignUpAttacks() {}

    private static Answer recover(Ground ground) {
        var office = ground.office();
        var thief = DeviceKey.generate(ground.random());
        var kept = ground.administrator().meter(office.serial()).record();
        var meter = SignedRecord.body(MeterRecord.class, kept).orThrow();
        var mailer = signedUp(ground, thief);
        var grant =
                granted(
                        ground,
                        new AuthenticationBoxRequest.Enrol(
                                mailer,
                                meter.serial(),
                                meter.lastGrant() + 1,
                                Grant.Kind.RECOVERY,
                                sealed(ground, Purpose.RECOVER, thief)));
        boolean refused =
                ground.center()
                                        .doors()
                                        .meter()
                                        .call(
                                                new MeterBoxRequest.Step(
                                                        kept, 0, new MeterStep.Enrol(grant)))
                                instanceof MeterBoxAnswer.Stepped(var answer)
                        && answer instanceof StepAnswer.Refused(Refusal.NotTheOwner _);
        return Probe.when(
                refused && Probe.serves(ground, office),
                new Answer.Refused("NOT_THE_OWNER: a meter remembers whose grant was its first"));
    }

    /// The thief's record, under the name and the meter of the office.
    private static Bytes signedUp(Ground ground, DeviceKey thief) {
        var seat = ground.office().seat();
        var request =
                new AuthenticationBoxRequest.SignUp(
                        seat.session().mailer(),
                        seat.user(),
                        "Thief",
                        PaymentMethod.SANDBOX_ACH,
                        seat.session().serial(),
                        sealed(ground, Purpose.SIGN_UP, thief));
        return switch (ground.center().doors().authentication().call(request)) {
            case AuthenticationBoxAnswer.SignedUp(var record, _) -> record;
            case AuthenticationBoxAnswer unfit -> throw unfit(unfit);
        };
    }

    private static BoxSigned granted(Ground ground, AuthenticationBoxRequest.Enrol request) {
        return switch (ground.center().doors().authentication().call(request)) {
            case AuthenticationBoxAnswer.Granted(var grant) -> grant;
            case AuthenticationBoxAnswer unfit -> throw unfit(unfit);
        };
    }

    private static Bytes sealed(Ground ground, Purpose purpose, DeviceKey thief) {
        var password = Bytes.of("the thief's own password".getBytes(StandardCharsets.UTF_8));
        var user = ground.office().seat().user();
        return CredentialsSeal.seal(
                ground.center().keys(),
                new Credentials(purpose, user, password, thief.publicKey()),
                ground.random());
    }

    private static IllegalStateException unfit(AuthenticationBoxAnswer answer) {
        return new IllegalStateException("the authentication box answered " + answer);
    }
}
