package org.franklin.client.datacenter.device;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/// A self-signed wrapping of the device's public key. A PKCS#12 file wants a certificate beside a
/// private key; nobody trusts this one for anything.
final class DeviceCertificate {

    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");
    private static final AlgorithmIdentifier ECDSA =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private DeviceCertificate() {}

    static X509Certificate of(KeyPair pair) throws GeneralSecurityException, IOException {
        var name = new X500Name("CN=Franklin device");
        var body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(1));
        body.setIssuer(name);
        body.setSubject(name);
        body.setStartDate(new Time(Date.from(Instant.EPOCH)));
        body.setEndDate(new Time(Date.from(NEVER)));
        body.setSignature(ECDSA);
        body.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        var unsigned = body.generateTBSCertificate();

        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update(unsigned.getEncoded());
        var parts = new ASN1EncodableVector();
        parts.add(unsigned);
        parts.add(ECDSA);
        parts.add(new DERBitString(signer.sign()));
        byte[] der = new DERSequence(parts).getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}
