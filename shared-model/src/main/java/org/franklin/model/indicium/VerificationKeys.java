package org.franklin.model.indicium;

import static java.util.Comparator.comparing;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    private final Map<Integer, List<CertifiedKey>> keys;

    private VerificationKeys(X509Certificate root, Map<Integer, List<CertifiedKey>> keys) {
        this.root = root;
        this.keys = Map.copyOf(keys);
    }

    /// Reads DER certificates. One that is not from the root is kept, so that it can be named.
    public static Decoded<VerificationKeys> of(Bytes root, List<Bytes> certificates) {
        var keys = new ArrayList<CertifiedKey>();
        for (Bytes certificate : certificates) {
            var key = CertifiedKey.read(certificate);
            if (key.isEmpty()) {
                return new Malformed<>("a certificate cannot be read");
            }
            keys.add(key.orElseThrow());
        }
        var byNumber = keys.stream().collect(Collectors.groupingBy(CertifiedKey::number));
        return CertifiedKey.read(root)
                .<Decoded<VerificationKeys>>map(
                        key -> new Valid<>(new VerificationKeys(key.certificate(), byNumber)))
                .orElse(new Malformed<>("the root certificate cannot be read"));
    }

    /// The certificate of this number; the one that ends last, where the root signed several.
    public Lookup find(int number) {
        return find(number, _ -> true);
    }

    /// The certificate of this number, for a day: a meter that is certified twice within a week has
    /// two of one number, and what is forged has any.
    public Lookup find(int number, LocalDate mailingDate) {
        return find(number, key -> key.covers(mailingDate));
    }

    private Lookup find(int number, Predicate<CertifiedKey> wanted) {
        var found = keys.get(number);
        if (found == null) {
            return new Lookup.Unknown();
        }
        return found.stream()
                .filter(this::isFromRoot)
                .max(comparing(wanted::test).thenComparing(CertifiedKey::end))
                .<Lookup>map(Lookup.Trusted::new)
                .orElse(new Lookup.Untrusted("the certificate is not from this Post's root"));
    }

    private boolean isFromRoot(CertifiedKey key) {
        try {
            key.certificate().verify(root.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
