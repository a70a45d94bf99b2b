package org.franklin.datacenter.communication;

import org.franklin.datacenter.function.FunctionServer;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.datacenter.function.signon.Sessions;
import org.franklin.datacenter.function.signon.SignOnDevice;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.SignOn;

/// `POST /v1/devices`, `POST /v1/devices/recovery`, `POST /v1/sessions` and `DELETE
/// /v1/sessions/current`
final class SignOnResource {

    private final EnrolDevice enrolment;
    private final SignOnDevice signOn;
    private final Sessions sessions;

    SignOnResource(FunctionServer functions) {
        this.enrolment = functions.enrolment();
        this.signOn = functions.signOn();
        this.sessions = functions.sessions();
    }

    Reply postDevice(SignOn asked) {
        return reply(enrolment.enrol(asked));
    }

    Reply postRecovery(SignOn asked) {
        return reply(enrolment.recover(asked));
    }

    private static Reply reply(EnrolDevice.Result result) {
        return switch (result) {
            case EnrolDevice.Result.Joined(var enrolled) -> Reply.ok(enrolled);
            case EnrolDevice.Result.WrongPassword _ -> Refusals.wrongPassword();
            case EnrolDevice.Result.Throttled(var until) -> Refusals.throttled(until);
            case EnrolDevice.Result.BadCredentials _ -> Refusals.badCredentials();
            case EnrolDevice.Result.TooManyDevices _ ->
                    Reply.refused(
                            ProblemType.TOO_MANY_DEVICES,
                            "Remove a computer that is no longer used, from one that is enrolled;"
                                + " or recover the meter with this one, which removes all others.");
            case EnrolDevice.Result.Locked _ -> Refusals.locked();
            case EnrolDevice.Result.Unavailable _ -> Refusals.unavailable();
        };
    }

    Reply postSession(SignOn asked) {
        return switch (signOn.signOn(asked)) {
            case SignOnDevice.Result.Opened(var signedOn) -> Reply.created(signedOn);
            case SignOnDevice.Result.WrongPassword _ -> Refusals.wrongPassword();
            case SignOnDevice.Result.Throttled(var until) -> Refusals.throttled(until);
            case SignOnDevice.Result.BadCredentials _ -> Refusals.badCredentials();
            case SignOnDevice.Result.DeviceNotEnrolled _ -> Refusals.deviceNotEnrolled();
            case SignOnDevice.Result.Locked _ -> Refusals.locked();
            case SignOnDevice.Result.Unavailable _ -> Refusals.unavailable();
        };
    }

    Reply deleteSession(Bytes token) {
        return sessions.signOff(token) ? new Reply.Empty() : Refusals.unavailable();
    }
}
