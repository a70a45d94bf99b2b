package org.franklin.datacenter.keymanagement;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// The data center's own certificate authority, which mailers' apps pin: it certifies the servers
/// that they may talk to. It has nothing to do with the Post's root, which certifies meters.
record TlsAuthority(PrivateKey key, X509Certificate certificate) {

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(20 * 365 + 5);
    private static final Duration SERVER_LIFE = Duration.ofDays(365);
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final int SERIAL_BITS = 120;

    static TlsAuthority create(String cluster, Instant now, SecureRandom random) {
        KeyPair pair = keyPair(random);
        var name = new X500Name("CN=Franklin data center CA " + cluster);
        var builder = builder(name, name, pair.getPublic(), now, AUTHORITY_LIFE, random);
        extend(builder, Extension.basicConstraints, true, new BasicConstraints(0));
        extend(
                builder,
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new TlsAuthority(pair.getPrivate(), sign(builder, pair.getPrivate()));
    }

    /// Makes a server's key and certifies it for the hosts, each a DNS name or an IP address.
    TlsIdentity certify(List<String> hosts, Instant now, SecureRandom random) {
        KeyPair pair = keyPair(random);
        var subject = new X500Name("CN=Franklin data center");
        var builder = leaf(subject, KeyPurposeId.id_kp_serverAuth, pair, now, random);
        extend(builder, Extension.subjectAlternativeName, false, names(hosts));
        return new TlsIdentity(pair.getPrivate(), sign(builder, key), certificate);
    }

    /// Makes the key of one end between function server and boxes, and certifies it for that end
    /// alone.
    TlsIdentity certify(TlsEnd end, Instant now, SecureRandom random) {
        KeyPair pair = keyPair(random);
        var subject = X500Name.getInstance(end.subject().getEncoded());
        var purpose =
                end.isServer() ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth;
        var builder = leaf(subject, purpose, pair, now, random);
        return new TlsIdentity(pair.getPrivate(), sign(builder, key), certificate);
    }

    private X509v3CertificateBuilder leaf(
            X500Name subject,
            KeyPurposeId purpose,
            KeyPair pair,
            Instant now,
            SecureRandom random) {
        var issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var builder = builder(issuer, subject, pair.getPublic(), now, SERVER_LIFE, random);
        extend(builder, Extension.basicConstraints, true, new BasicConstraints(false));
        extend(builder, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        extend(builder, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        return builder;
    }

    private static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream().map(TlsAuthority::name).toArray(GeneralName[]::new));
    }

    private static GeneralName name(String host) {
        return new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer,
            X500Name subject,
            PublicKey subjectKey,
            Instant now,
            Duration life,
            SecureRandom random) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(life)),
                subject,
                subjectKey);
    }

    private static void extend(
            X509v3CertificateBuilder builder,
            org.bouncycastle.asn1.ASN1ObjectIdentifier extension,
            boolean critical,
            org.bouncycastle.asn1.ASN1Encodable value) {
        try {
            builder.addExtension(extension, critical, value);
        } catch (CertIOException e) {
            throw new AssertionError("these extensions can be encoded", e);
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new AssertionError("every Java runtime signs with ECDSA over P-256", e);
        }
    }

    private static KeyPair keyPair(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime has P-256", e);
        }
    }

    @Override
    public String toString() {
        return "TlsAuthority[" + certificate.getSubjectX500Principal() + "]";
    }
}
