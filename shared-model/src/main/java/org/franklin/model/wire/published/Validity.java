package org.franklin.model.wire.published;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;

import java.time.Instant;
import java.util.Optional;

/// What a certificate says of itself, for people and for programs that read no X.509: its number as
/// an indicium shows it, whose it is, and from when to when.
public record Validity(long number, String subject, Instant from, Instant until) {

    /// Empty where the bytes are no certificate of a P-256 key.
    static Optional<Validity> of(Bytes certificate) {
        return CertifiedKey.read(certificate)
                .map(key ->
                        new Validity(
                                Integer.toUnsignedLong(key.number()),
                                key.subject(),
                                key.certificate().getNotBefore().toInstant(),
                                key.certificate().getNotAfter().toInstant()));
    }
}
