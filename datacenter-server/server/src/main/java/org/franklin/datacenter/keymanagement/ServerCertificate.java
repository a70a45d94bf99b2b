package org.franklin.datacenter.keymanagement;

import org.franklin.model.canonical.Hash;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

/// What the communication server shows and what an app needs to trust it: `authority` is the file
/// of the CA's certificate in PEM, `fingerprint` the SHA-256 of its DER form.
public record ServerCertificate(TlsIdentity identity, Path authority, Hash fingerprint) {

    /// Reads it from an installation, renewed where that is due. `names` are the DNS names and IP
    /// addresses under which the server is reached beside this machine's own.
    public static ServerCertificate of(
            InstallationFolder folder, List<String> names, InstantSource clock, SecureRandom random)
            throws IOException {
        var tls = new TlsFolder(folder.tls(), clock, random);
        TlsIdentity identity = tls.identity(names);
        return new ServerCertificate(
                identity, tls.authorityFile(), fingerprint(identity.authority()));
    }

    private static Hash fingerprint(X509Certificate certificate) {
        try {
            return Hash.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError("a certificate in memory has a form", e);
        }
    }

    /// As people compare it: pairs of hex digits with colons between.
    public String printedFingerprint() {
        return String.join(
                ":",
                fingerprint.bytes().hex().toUpperCase(java.util.Locale.ROOT).split("(?<=\\G..)"));
    }
}
