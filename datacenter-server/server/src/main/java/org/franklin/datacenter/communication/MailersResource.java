package org.franklin.datacenter.communication;

import org.franklin.datacenter.function.signon.SignUpMailer;
import org.franklin.datacenter.function.signon.SignUpMailer.Result;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.SignUp;

/// `POST /v1/mailers`
final class MailersResource {

    private final SignUpMailer function;

    MailersResource(SignUpMailer function) {
        this.function = function;
    }

    Reply post(SignUp asked) {
        return switch (function.signUp(asked)) {
            case Result.SignedUp(var enrolled) -> Reply.created(enrolled);
            // The answer names a device, and this mailer has none: apps always send a key.
            case Result.SignedUpWithoutDevice _ ->
                    Refusals.malformed("The mailer is made; enrol a device to sign on.");
            case Result.UserNameTaken _ ->
                    Reply.refused(ProblemType.USER_NAME_TAKEN, "Choose another user name.");
            case Result.WeakPassword _ ->
                    Reply.refused(
                            ProblemType.WEAK_PASSWORD,
                            "Choose a password of 15 characters or more.");
            case Result.BadCredentials _ -> Refusals.badCredentials();
            case Result.Unavailable _ -> Refusals.unavailable();
            case Result.Pending _ ->
                    Reply.refused(
                            ProblemType.OUTCOME_PENDING, "Sign on; if that fails, sign up again.");
        };
    }
}
