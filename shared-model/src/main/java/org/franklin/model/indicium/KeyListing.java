package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;

import java.time.Instant;
import java.util.List;

/// What the Post's root says of a file of certificates: of which installation (`cluster`, 16 bytes)
/// and time it is, how many it holds, and the hash of all of them in their order.
///
/// The root signs the canonical form, which names this type, so that no certificate can pass for a
/// listing.
public record KeyListing(Bytes cluster, Instant issued, int count, Hash certificates) {

    private record Certificates(List<Bytes> der) {}

    /// The hash of certificates, DER, in this order.
    public static Hash hash(List<Bytes> certificates) {
        return Hash.of(Canonical.bytes(new Certificates(certificates)).toArray());
    }

    /// Whether this is the listing of these certificates, and 64 bytes r‖s are the root's signature
    /// over it.
    public boolean isOf(List<Bytes> listed, Bytes root, Bytes signature) {
        return count == listed.size()
                && certificates.equals(hash(listed))
                && CertifiedKey.read(root)
                        .filter(key -> key.verifies(Canonical.bytes(this), signature))
                        .isPresent();
    }
}
