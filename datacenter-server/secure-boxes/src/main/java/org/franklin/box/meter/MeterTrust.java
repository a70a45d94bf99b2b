package org.franklin.box.meter;

import org.franklin.box.key.Keyring;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.meter.record.Device;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BirthMac;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxVerifier;
import org.franklin.box.statement.Grant;
import org.franklin.box.statement.Voucher;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.SerialNumber;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/// Whom the meter box believes: the authentication box for grants, the transaction box for
/// vouchers, the Post's root for certificates, and each device for its own requests. Nobody else.
final class MeterTrust {

    private final Bytes cluster;
    private final BoxVerifier authentication;
    private final BoxVerifier transaction;
    private final PublicKey root;
    private final BirthMac births;

    MeterTrust(MeterSeed seed, Keyring keys) {
        cluster = seed.cluster();
        births = seed.births(keys);
        authentication = new BoxVerifier(VerifyingKey.of(seed.authenticationKey()).orElseThrow());
        transaction = new BoxVerifier(VerifyingKey.of(seed.transactionKey()).orElseThrow());
        root = CertifiedKey.read(seed.root()).orElseThrow().certificate().getPublicKey();
    }

    Optional<Grant> grant(BoxSigned signed, SerialNumber serial) {
        return authentication
                .open(Grant.class, signed)
                .filter(grant -> grant.cluster().equals(cluster) && grant.serial().equals(serial));
    }

    Optional<Voucher> voucher(BoxSigned signed, SerialNumber serial) {
        return transaction
                .open(Voucher.class, signed)
                .filter(voucher ->
                        voucher.cluster().equals(cluster) && voucher.serial().equals(serial));
    }

    /// The certificate of a meter that the steel box made for this installation.
    Optional<CertifiedKey> birth(Birth birth) {
        return birth.cluster().equals(cluster) && births.isGenuine(birth)
                ? certificate(birth.certificate(), birth.serial())
                : Optional.empty();
    }

    /// A certificate of the Post's root for this meter.
    Optional<CertifiedKey> certificate(Bytes der, SerialNumber serial) {
        return CertifiedKey.read(der)
                .filter(key -> isFromRoot(key.certificate()))
                .filter(key -> key.isOfMeter(serial));
    }

    static boolean verifies(Device device, DeviceSigned request) {
        return VerifyingKey.of(device.publicKey())
                .filter(key -> key.verifies(request.request(), request.signature()))
                .isPresent();
    }

    private boolean isFromRoot(X509Certificate certificate) {
        try {
            certificate.verify(root);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
