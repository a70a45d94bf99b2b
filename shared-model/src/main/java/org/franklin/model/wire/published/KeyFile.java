package org.franklin.model.wire.published;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.KeyListing;
import org.franklin.model.indicium.VerificationKeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What `export-keys` writes: all certificates, DER, with their validity, signed by the Post's
/// root.
///
/// The signature shows that the file is whole and when it was issued. It shows that to whoever
/// knows the root by its fingerprint: anyone can make a file with a root of their own.
public record KeyFile(
        Bytes cluster,
        Instant issued,
        Bytes root,
        List<Bytes> certificates,
        List<Validity> validity,
        Bytes signature) {

    public KeyFile {
        certificates = List.copyOf(certificates);
        validity = List.copyOf(validity);
    }

    /// The file of certificates that the root has signed a listing of.
    public static KeyFile of(
            KeyListing listing, Bytes root, List<Bytes> certificates, Bytes signature) {
        return new KeyFile(
                listing.cluster(),
                listing.issued(),
                root,
                certificates,
                certificates.stream().map(Validity::of).flatMap(Optional::stream).toList(),
                signature);
    }

    /// The root's SHA-256 fingerprint, hex digits, which its Post has published elsewhere.
    public String rootFingerprint() {
        return Hash.of(root.toArray()).bytes().hex();
    }

    /// The keys, if the root has signed this very list, and each certificate says of itself what
    /// the file says of it.
    public Decoded<VerificationKeys> verificationKeys() {
        var listing =
                new KeyListing(cluster, issued, certificates.size(), KeyListing.hash(certificates));
        if (!listing.isOf(certificates, root, signature)) {
            return new Malformed<>("its signature is not its root's: do not use this file");
        }
        return certificates.stream()
                        .map(Validity::of)
                        .toList()
                        .equals(validity.stream().map(Optional::of).toList())
                ? VerificationKeys.of(root, certificates)
                : new Malformed<>("it says of a certificate what that does not say of itself");
    }
}
