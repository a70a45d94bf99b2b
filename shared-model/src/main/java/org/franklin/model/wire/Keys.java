package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.indicium.VerificationKeys;

import java.util.List;

/// `GET /v1/keys`: all that a verifier or a new app needs, and nothing secret. `root` and
/// `certificates` are DER; `authenticationBox` is the number of the certificate of the key that
/// credentials are sealed to.
public record Keys(Bytes root, List<Bytes> certificates, int authenticationBox) {
    public Keys {
        certificates = List.copyOf(certificates);
    }

    public Decoded<VerificationKeys> verificationKeys() {
        return VerificationKeys.of(root, certificates);
    }
}
