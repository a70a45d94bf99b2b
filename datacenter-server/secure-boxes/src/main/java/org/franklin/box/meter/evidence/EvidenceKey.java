package org.franklin.box.meter.evidence;

import org.franklin.box.key.SecretBytes;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.Optional;

/// A meter's token key, unwrapped for one request. Threads may share it.
public sealed interface EvidenceKey extends AutoCloseable permits SignatureKey, TokenPair {

    /// Opens what a token key's wrapping held, and wipes it.
    static EvidenceKey open(Suite suite, SerialNumber serial, SecretBytes unwrapped) {
        try (unwrapped) {
            return switch (suite) {
                case STANDARD -> SignatureKey.of(unwrapped);
                case PATENT_1998 -> TokenPair.of(serial, unwrapped);
            };
        }
    }

    /// The bytes of the symbol; `descending` is the register after this piece.
    Bytes symbol(Indicium claim, Postage descending);

    /// Whether this key made the evidence in a symbol, for just what the symbol says.
    boolean made(SignedIndicium shown);

    /// Whether this key may be used under a certificate, as far as the key can show it. `probe` is
    /// something to sign.
    boolean isCertifiedBy(CertifiedKey certificate, Bytes probe);

    /// The Post's half, for its verifiers; nothing where the key has no halves.
    Optional<SecretBytes> postalHalf();

    @Override
    void close();
}
