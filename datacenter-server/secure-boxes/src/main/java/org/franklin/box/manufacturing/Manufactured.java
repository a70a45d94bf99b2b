package org.franklin.box.manufacturing;

/// What the ceremony leaves: secrets for the boxes, certificates for everyone.
public record Manufactured(Seeds seeds, Trust trust) {}
