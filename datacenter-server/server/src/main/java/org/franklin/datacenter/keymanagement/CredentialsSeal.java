package org.franklin.datacenter.keymanagement;

import org.franklin.box.hpke.Hpke;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.wire.Keys;

import java.security.SecureRandom;

/// Seals credentials to the authentication box, as apps do: for mailers that are made at the data
/// center itself.
public final class CredentialsSeal {

    private CredentialsSeal() {}

    public static Bytes seal(Keys keys, Credentials credentials, SecureRandom random) {
        try (var plain = SecretBytes.take(Canonical.bytes(credentials).toArray())) {
            return Hpke.seal(recipient(keys), Credentials.hpkeInfo(), new byte[0], plain, random);
        }
    }

    private static Bytes recipient(Keys keys) {
        return keys.certificates().stream()
                .flatMap(der -> CertifiedKey.read(der).stream())
                .filter(key -> key.number() == keys.authenticationBox())
                .findFirst()
                .map(key -> Bytes.of(key.certificate().getPublicKey().getEncoded()))
                .orElseThrow(() -> new IllegalStateException("no key to seal to"));
    }
}
