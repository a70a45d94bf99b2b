package org.franklin.client.datacenter.connection;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Hash;

import java.util.Locale;
import java.util.regex.Pattern;

/// The SHA-256 of a data center's own certificate (DER), which a person compares before trusting
/// it. Fingerprints compare in constant time.
public record Fingerprint(Hash hash) {

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s:.,_-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    public static Fingerprint of(Bytes certificate) {
        return new Fingerprint(Hash.of(certificate));
    }

    /// Reads 64 hex digits in either case, however they are grouped.
    public static Decoded<Fingerprint> parse(String text) {
        String digits = BETWEEN_DIGITS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        return DIGITS.matcher(digits).matches()
                ? new Decoded.Valid<>(new Fingerprint(new Hash(Bytes.ofHex(digits))))
                : new Decoded.Malformed<>("a fingerprint has 64 hex digits");
    }

    /// Sixteen groups of four digits.
    @Override
    public String toString() {
        return hash.bytes().hex().replaceAll("(.{4})(?!$)", "$1 ");
    }
}
