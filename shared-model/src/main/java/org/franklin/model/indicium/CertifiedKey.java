package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.io.ByteArrayInputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import javax.security.auth.x500.X500Principal;

/// A P-256 public key that the Post's root certifies, for a meter or for a box.
///
/// The certificate's number is the low 32 bits of its X.509 serial number; a meter's certificate
/// has the subject `CN=ZZ 01 0001042`, its serial number as it is printed.
public record CertifiedKey(X509Certificate certificate) {

    private static final ECParameterSpec P256 = p256();

    public CertifiedKey {
        if (!isP256(certificate.getPublicKey())) {
            throw new IllegalArgumentException("a certified key is over P-256");
        }
    }

    /// Reads X.509, DER, for a key over P-256; empty where that is something else.
    public static Optional<CertifiedKey> read(Bytes der) {
        try {
            var read =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der.toArray()));
            // The factory also takes PEM, and anything behind a certificate.
            boolean exact = Bytes.of(read.getEncoded()).equals(der);
            return exact && isP256(read.getPublicKey())
                    ? Optional.of(new CertifiedKey(read))
                    : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /// The number of a certificate that was read before.
    public static int numberOf(Bytes der) {
        return read(der).orElseThrow().number();
    }

    public int number() {
        return certificate.getSerialNumber().intValue();
    }

    /// The subject's name (RFC 2253).
    public String subject() {
        return certificate.getSubjectX500Principal().getName();
    }

    public boolean isOfMeter(SerialNumber serial) {
        return certificate.getSubjectX500Principal().equals(new X500Principal("CN=" + serial));
    }

    /// Whether this is a meter's key, which signs indicia and nothing else.
    public boolean isOfAnyMeter() {
        return certificate
                .getSubjectX500Principal()
                .getName()
                .startsWith("CN=" + SerialNumber.VENDOR + " " + SerialNumber.MODEL + " ");
    }

    /// Whether a date of mailing lies within the certificate's days, both included, in UTC.
    public boolean covers(LocalDate date) {
        return !date.isBefore(day(certificate.getNotBefore().toInstant()))
                && !date.isAfter(day(certificate.getNotAfter().toInstant()));
    }

    Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    /// Whether 64 bytes r‖s are this key's ECDSA signature, with SHA-256, over the data.
    public boolean verifies(Bytes data, Bytes signature) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(data.toArray());
            return verifier.verify(signature.toArray());
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime verifies ECDSA over P-256", e);
        }
    }

    private static boolean isP256(PublicKey key) {
        return key instanceof ECPublicKey point
                && point.getParams().getCurve().equals(P256.getCurve())
                && point.getParams().getGenerator().equals(P256.getGenerator());
    }

    private static ECParameterSpec p256() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime knows P-256", e);
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
