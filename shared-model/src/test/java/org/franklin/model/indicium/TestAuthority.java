package org.franklin.model.indicium;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;

/// A postal root for tests: certifies whatever it is given.
final class TestAuthority {

    static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    static final LocalDate TO = LocalDate.of(2027, 1, 29);

    private static final String NAME = "CN=Franklin Test Root";

    private final KeyPair key = keyPair();
    private final Bytes root = certify(new X500Name(NAME), 1, key, FROM, TO);

    /// A key for P-256.
    static KeyPair keyPair() {
        return keyPair("EC", new ECGenParameterSpec("secp256r1"));
    }

    static KeyPair p384() {
        return keyPair("EC", new ECGenParameterSpec("secp384r1"));
    }

    static KeyPair rsa() {
        return keyPair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    }

    private static KeyPair keyPair(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Bytes sign(KeyPair key, Bytes data) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(data.toArray());
            return Bytes.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static SignedIndicium sign(KeyPair key, Indicium indicium) {
        return new EcdsaIndicium(indicium, sign(key, IndiciumForm.data(indicium)));
    }

    Bytes root() {
        return root;
    }

    Bytes certify(SerialNumber meter, int number, KeyPair meterKey) {
        return certify(meter, number, meterKey, FROM, TO);
    }

    Bytes certify(SerialNumber meter, int number, KeyPair meterKey, LocalDate from, LocalDate to) {
        return certify(new X500Name("CN=" + meter), number, meterKey, from, to);
    }

    Bytes certifyBox(int number, KeyPair boxKey) {
        return certify(new X500Name("CN=Test box"), number, boxKey, FROM, TO);
    }

    private Bytes certify(
            X500Name subject, int number, KeyPair subjectKey, LocalDate from, LocalDate to) {
        var serial = BigInteger.valueOf(77L << Integer.SIZE | Integer.toUnsignedLong(number));
        var builder =
                new X509v3CertificateBuilder(
                        new X500Name(NAME),
                        serial,
                        Date.from(from.atStartOfDay().toInstant(ZoneOffset.UTC)),
                        Date.from(to.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC)),
                        subject,
                        SubjectPublicKeyInfo.getInstance(subjectKey.getPublic().getEncoded()));
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
            return Bytes.of(builder.build(signer).getEncoded());
        } catch (OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
