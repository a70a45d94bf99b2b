package org.franklin.client.datacenter.connection;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.franklin.model.canonical.Bytes;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate authority for tests: of a data center's TLS, or of a Post.
public final class TestAuthority {

    private final X500Name name;
    private final KeyPair keys = newKeys();
    private final X509Certificate certificate;

    public TestAuthority(String commonName) {
        this.name = new X500Name("CN=" + commonName);
        this.certificate = certify(commonName, 1, keys.getPublic(), true);
    }

    public static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Bytes der() {
        return der(certificate);
    }

    public static Bytes der(Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public DataCenterIdentity identity(int port) {
        return identity("https://localhost:" + port);
    }

    public DataCenterIdentity identity(String url) {
        var address = new DataCenterAddress(URI.create(url), Fingerprint.of(der()));
        return new DataCenterIdentity(address, der());
    }

    public X509Certificate certify(String commonName, int number, PublicKey key) {
        return certify(commonName, number, key, false);
    }

    /// The TLS of a server at `localhost` that presents its certificate and this authority.
    public SSLContext tls() {
        return tls("localhost", certificate);
    }

    public SSLContext tls(String host, Certificate... issuers) {
        try {
            var leaf = newKeys();
            var chain = new Certificate[issuers.length + 1];
            chain[0] = certify(host, 2, leaf.getPublic(), false);
            System.arraycopy(issuers, 0, chain, 1, issuers.length);
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", leaf.getPrivate(), new char[0], chain);
            var managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private X509Certificate certify(
            String commonName, int number, PublicKey key, boolean isAuthority) {
        try {
            var now = Instant.now();
            var builder =
                    new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(number),
                            Date.from(now.minus(30, ChronoUnit.DAYS)),
                            Date.from(now.plus(30, ChronoUnit.DAYS)),
                            new X500Name("CN=" + commonName),
                            key);
            builder.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            if (commonName.equals("localhost")) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, commonName)));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
