package org.franklin.box.verifier;

import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.P256;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.util.Optional;
import java.util.regex.Pattern;

/// Who may check the Post's tokens: a name as people call it, formed as a keeper's, and the P-256
/// public key that token keys are sealed to, X.509 SubjectPublicKeyInfo.
public record Verifier(String name, Bytes publicKey) {

    private static final Pattern SUBJECT =
            Pattern.compile("verifier ([^,]{1,40}), key ([0-9a-f]{182})");

    public Verifier {
        if (!isVerifier(name, publicKey)) {
            throw new IllegalArgumentException("a verifier has a name and a key on P-256");
        }
    }

    /// As the statement of a ceremony names it, with all of its key: who signs that signs both.
    public String subject() {
        return "verifier %s, key %s".formatted(name, publicKey.hex());
    }

    /// Whom a statement names; nothing where that is no verifier.
    public static Optional<Verifier> ofSubject(String subject) {
        var found = SUBJECT.matcher(subject);
        return found.matches() ? of(found.group(1), Bytes.ofHex(found.group(2))) : Optional.empty();
    }

    static Optional<Verifier> of(String name, Bytes publicKey) {
        return isVerifier(name, publicKey)
                ? Optional.of(new Verifier(name, publicKey))
                : Optional.empty();
    }

    private static boolean isVerifier(String name, Bytes publicKey) {
        return Keepers.isName(name) && P256.point(publicKey).isPresent();
    }

    /// The SHA-256 of the key's DER form in hex digits, as people compare it.
    public String fingerprint() {
        return Hash.of(publicKey).bytes().hex();
    }
}
