package org.franklin.box.certificate;

import org.bouncycastle.asn1.x509.KeyUsage;

/// The keys of boxes that the Post's root certifies. Their certificates' numbers lie below those of
/// any meter's.
public enum BoxKey {
    METER_RECEIPTS(2, "Franklin meter box receipts", KeyUsage.digitalSignature),
    TRANSACTION_STATEMENTS(3, "Franklin transaction box statements", KeyUsage.digitalSignature),
    AUTHENTICATION_STATEMENTS(
            4, "Franklin authentication box statements", KeyUsage.digitalSignature),
    /// Mailers' apps seal credentials to it.
    CREDENTIALS(5, "Franklin authentication box credentials", KeyUsage.keyAgreement);

    private final int number;
    private final String commonName;
    private final int usage;

    BoxKey(int number, String commonName, int usage) {
        this.number = number;
        this.commonName = commonName;
        this.usage = usage;
    }

    /// Of its certificate.
    public int number() {
        return number;
    }

    public String commonName() {
        return commonName;
    }

    int usage() {
        return usage;
    }
}
