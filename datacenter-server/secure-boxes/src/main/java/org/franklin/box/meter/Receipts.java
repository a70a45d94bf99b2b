package org.franklin.box.meter;

import org.franklin.box.key.Keyring;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.ChainLink;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.verifier.TokenKeyPage;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.SignedReceipt;

/// Signs what the meter box states about each step, and knows its own statements again.
final class Receipts {

    private final BoxSigner signer;
    private final VerifyingKey own;

    Receipts(MeterSeed seed, Keyring keys) {
        signer = BoxSigner.seeded(keys, seed.receiptKey(), seed.receiptCertificate());
        var certificate = CertifiedKey.read(seed.receiptCertificate()).orElseThrow().certificate();
        own = VerifyingKey.of(Bytes.of(certificate.getPublicKey().getEncoded())).orElseThrow();
    }

    /// `signed` is the hash of the signed record.
    SignedReceipt sign(MeterRecord record, Hash signed) {
        ChainLink link = record.link();
        var receipt =
                new Receipt(
                        link.cluster(),
                        record.serial(),
                        link.counter(),
                        link.time(),
                        link.request(),
                        signed,
                        link.previous(),
                        record.registers(),
                        record.pieces(),
                        record.books().indiciaRoot());
        return new SignedReceipt(receipt, signer.certificate(), signer.signature(receipt));
    }

    BoxSigned sign(TokenKeyPage page) {
        return signer.sign(page);
    }

    boolean isOwn(SignedReceipt carried) {
        return own.verifies(Canonical.bytes(carried.receipt()), carried.signature());
    }
}
