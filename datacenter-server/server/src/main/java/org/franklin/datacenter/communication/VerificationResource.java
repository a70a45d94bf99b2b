package org.franklin.datacenter.communication;

import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.postage.VerifyIndicium;
import org.franklin.model.wire.Verification;

/// `GET /v1/keys` and `POST /v1/verifications`
final class VerificationResource {

    private final PublishedKeys keys;
    private final VerifyIndicium verification;

    VerificationResource(PublishedKeys keys, VerifyIndicium verification) {
        this.keys = keys;
        this.verification = verification;
    }

    Reply getKeys() {
        return switch (keys.keys()) {
            case PublishedKeys.Result.Published(var published) -> Reply.ok(published);
            case PublishedKeys.Result.Unavailable _ -> Refusals.unavailable();
        };
    }

    Reply post(Verification asked) {
        return switch (verification.verify(asked.indicium())) {
            case VerifyIndicium.Result.Verified(var verdict) -> Reply.ok(verdict);
            case VerifyIndicium.Result.Unavailable _ -> Refusals.unavailable();
        };
    }
}
