package org.franklin.box.meter.record;

import org.franklin.model.indicium.CertifiedKey;

import java.time.LocalDate;
import java.time.ZoneOffset;

/// The number of a meter's certificate, and the mailing dates that it is good for, both included.
public record Certification(int number, LocalDate from, LocalDate to) {

    public static Certification of(CertifiedKey key) {
        var certificate = key.certificate();
        return new Certification(
                key.number(),
                LocalDate.ofInstant(certificate.getNotBefore().toInstant(), ZoneOffset.UTC),
                LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC));
    }
}
