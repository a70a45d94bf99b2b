package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The public keys that a verifier needs and nobody has to keep secret: the Post's root and the
/// certificates that it signed. They come by file or from the data center; only the root is
/// trusted.
public final class VerificationKeys {

    /// What is known of a certificate number.
    public sealed interface Lookup {

        record Trusted(CertifiedKey key) implements Lookup {}

        record Untrusted(String reason) implements Lookup {}

        record Unknown() implements Lookup {}
    }

    private final X509Certificate root;
    private final Map<Integer, CertifiedKey> keys;

    private VerificationKeys(X509Certificate root, Map<Integer, CertifiedKey> keys) {
        this.root = root;
        this.keys = Map.copyOf(keys);
    }

    /// Reads DER certificates. One that is not from the root is kept, so that it can be named.
    public static Decoded<VerificationKeys> of(Bytes root, List<Bytes> certificates) {
        var keys = new HashMap<Integer, CertifiedKey>();
        for (Bytes certificate : certificates) {
            var key = CertifiedKey.read(certificate);
            if (key.isEmpty()) {
                return new Malformed<>("a certificate cannot be read");
            }
            keys.put(key.orElseThrow().number(), key.orElseThrow());
        }
        return CertifiedKey.read(root)
                .<Decoded<VerificationKeys>>map(
                        key -> new Valid<>(new VerificationKeys(key.certificate(), keys)))
                .orElse(new Malformed<>("the root certificate cannot be read"));
    }

    public Lookup find(int number) {
        var key = keys.get(number);
        if (key == null) {
            return new Lookup.Unknown();
        }
        try {
            key.certificate().verify(root.getPublicKey());
            return new Lookup.Trusted(key);
        } catch (GeneralSecurityException e) {
            return new Lookup.Untrusted("the certificate is not from this Post's root");
        }
    }
}
