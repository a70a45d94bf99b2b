package org.franklin.box.verifier;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.util.Base64;
import java.util.Optional;

/// A verifier's key as text, to be kept in a file: a line `Verifier: NAME`, then the key in PEM
/// (RFC 7468), PKCS#8 or X.509 SubjectPublicKeyInfo.
public final class VerifierForm {

    private static final String SECRET = "PRIVATE KEY";
    private static final String OPEN = "PUBLIC KEY";

    private VerifierForm() {}

    /// The secret text, which the caller wipes.
    public static byte[] write(VerifierKey key) {
        try (var pkcs8 = key.pkcs8()) {
            return pkcs8.use(form -> VerifierText.of(key.verifier().name(), SECRET, form));
        }
    }

    public static byte[] write(Verifier verifier) {
        return VerifierText.of(verifier.name(), OPEN, verifier.publicKey().toArray());
    }

    /// Nothing where the text is not a verifier's secret half.
    public static Optional<VerifierKey> secret(byte[] text) {
        return VerifierText.matched(text, SECRET)
                .flatMap(found -> {
                    try (var pkcs8 =
                            SecretBytes.take(Base64.getMimeDecoder().decode(found.group(2)))) {
                        return Optional.of(VerifierKey.of(found.group(1), pkcs8));
                    } catch (IllegalArgumentException _) {
                        return Optional.empty();
                    }
                });
    }

    /// Nothing where the text is not a verifier's public half.
    public static Optional<Verifier> open(byte[] text) {
        return VerifierText.matched(text, OPEN)
                .flatMap(found -> {
                    try {
                        var key = Bytes.of(Base64.getMimeDecoder().decode(found.group(2)));
                        return Verifier.of(found.group(1), key);
                    } catch (IllegalArgumentException _) {
                        return Optional.empty();
                    }
                });
    }
}
