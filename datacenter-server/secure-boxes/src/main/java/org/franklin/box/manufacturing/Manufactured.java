package org.franklin.box.manufacturing;

import org.franklin.box.certificate.Trust;

/// What the ceremony leaves: secrets for the boxes, certificates for everyone, a record for the
/// auditor.
public record Manufactured(Seeds seeds, Trust trust, CeremonyRecord record) {}
