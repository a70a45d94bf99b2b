package org.franklin.datacenter.keymanagement;

import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;

/// Certificates and keys as text that every tool reads (RFC 7468).
final class Pem {

    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    private Pem() {}

    static String of(PrivateKey key) {
        return write(new PemObject(KEY, key.getEncoded()));
    }

    static String of(X509Certificate certificate) {
        try {
            return write(new PemObject(CERTIFICATE, certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a certificate in memory has a form", e);
        }
    }

    /// The first certificate of the file.
    static X509Certificate certificate(Path file) throws IOException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(read(file, CERTIFICATE)));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificate that can be read", e);
        }
    }

    /// The first key of the file, an elliptic curve's.
    static PrivateKey key(Path file) throws IOException {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(read(file, KEY)));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no key that can be read", e);
        }
    }

    private static String write(PemObject object) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        }
        return text.toString();
    }

    private static byte[] read(Path file, String type) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        try (var reader = new PemReader(new StringReader(text))) {
            for (var block = reader.readPemObject(); block != null; ) {
                if (block.getType().equals(type)) {
                    return block.getContent();
                }
                block = reader.readPemObject();
            }
        } catch (IOException e) {
            throw new IOException(file + " is damaged", e);
        }
        throw new IOException(file + " holds no " + type);
    }
}
