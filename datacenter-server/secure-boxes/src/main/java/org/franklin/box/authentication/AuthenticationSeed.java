package org.franklin.box.authentication;

import org.franklin.box.Wipeable;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.util.List;

/// What the authentication box is started from. `recordMaster` has 32 bytes and also gives the
/// pepper; `steelKey`, 32 bytes, is shared with the steel box and seals what mailers are
/// authenticated by; `signingKey` and `credentialsKey`, to which credentials are sealed, are
/// PKCS#8; certificates are X.509 in DER.
public record AuthenticationSeed(
        Bytes cluster,
        SecretBytes recordMaster,
        SecretBytes steelKey,
        SecretBytes signingKey,
        Bytes certificate,
        SecretBytes credentialsKey,
        Bytes credentialsCertificate,
        Bytes root)
        implements Wipeable {

    public AuthenticationSeed {
        if (cluster.length() != MasterKey.CLUSTER_LENGTH
                || recordMaster.length() != MasterKey.LENGTH) {
            throw new IllegalArgumentException("a seed has keys of 32 and a cluster of 16 bytes");
        }
    }

    /// Wipes every secret; the rest stays readable.
    @Override
    public void close() {
        List.of(recordMaster, steelKey, signingKey, credentialsKey).forEach(SecretBytes::close);
    }

    @Override
    public String toString() {
        return "AuthenticationSeed";
    }
}
