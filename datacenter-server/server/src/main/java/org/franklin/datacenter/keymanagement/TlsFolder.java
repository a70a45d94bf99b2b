package org.franklin.datacenter.keymanagement;

import org.franklin.box.file.OwnFile;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder `tls` of an installation: the data center's CA and its server's certificate, in PEM.
///
/// `ca.pem` is what an app needs to trust this data center; the two other files are secret.
/// `server.pem` holds key and certificate in one file, so that a crash cannot part them.
final class TlsFolder {

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    private final Path folder;
    private final Path certificate;
    private final Path key;
    private final Path server;
    private final InstantSource clock;
    private final SecureRandom random;

    TlsFolder(Path folder, InstantSource clock, SecureRandom random) {
        this.folder = folder;
        this.certificate = folder.resolve("ca.pem");
        this.key = folder.resolve("ca-key.pem");
        this.server = folder.resolve("server.pem");
        this.clock = clock;
        this.random = random;
    }

    /// Makes the CA. Throws if there is one.
    void create(String cluster) throws IOException {
        var authority = TlsAuthority.create(cluster, clock.instant(), random);
        OwnFile.create(key, ascii(Pem.of(authority.key())));
        OwnFile.create(certificate, ascii(Pem.of(authority.certificate())));
    }

    Path authorityFile() {
        return certificate;
    }

    X509Certificate authority() throws IOException {
        return Pem.certificate(certificate);
    }

    /// The server's identity, good for this machine and the hosts; made first if there is none yet,
    /// if it ends soon, or if it names other hosts.
    TlsIdentity identity(List<String> hosts) throws IOException {
        var names =
                Stream.concat(LOOPBACK.stream(), hosts.stream())
                        .map(TlsFolder::plain)
                        .collect(Collectors.toCollection(TreeSet::new));
        X509Certificate authority = authority();
        if (java.nio.file.Files.exists(server)) {
            X509Certificate present = Pem.certificate(server);
            if (lasts(present) && names(present).equals(names)) {
                return new TlsIdentity(Pem.key(server), present, authority);
            }
        }
        var made =
                new TlsAuthority(Pem.key(key), authority)
                        .certify(List.copyOf(names), clock.instant(), random);
        OwnFile.replace(server, ascii(Pem.of(made.key()) + Pem.of(made.certificate())));
        return made;
    }

    /// The identity of one end between function server and boxes; made first if there is none yet
    /// or if it ends soon. On a machine without the CA's key, it must be there and is used as it
    /// is: no machine of a box needs that key.
    TlsIdentity identity(TlsEnd end) throws IOException {
        Path file = folder.resolve(end.file());
        X509Certificate authority = authority();
        boolean mayCertify = java.nio.file.Files.exists(key);
        if (java.nio.file.Files.exists(file)) {
            X509Certificate present = Pem.certificate(file);
            if (lasts(present) || !mayCertify) {
                return new TlsIdentity(Pem.key(file), present, authority);
            }
        }
        if (!mayCertify) {
            throw new IOException(
                    file
                            + " is missing, and so is the CA's key to make it with."
                            + " Make it where the CA's key is, and bring it here.");
        }
        var made = new TlsAuthority(Pem.key(key), authority).certify(end, clock.instant(), random);
        OwnFile.replace(file, ascii(Pem.of(made.key()) + Pem.of(made.certificate())));
        return made;
    }

    private boolean lasts(X509Certificate present) {
        return present.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWED_BEFORE_END));
    }

    private static Set<String> names(X509Certificate present) throws IOException {
        try {
            return present.getSubjectAlternativeNames().stream()
                    .map(entry -> plain(entry.get(1).toString()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (CertificateParsingException e) {
            throw new IOException("the server's certificate cannot be read", e);
        }
    }

    /// One spelling for each address, so that two lists of hosts can be compared.
    private static String plain(String host) {
        return TlsAuthority.isAddress(host) ? InetAddress.ofLiteral(host).getHostAddress() : host;
    }

    private static byte[] ascii(String pem) {
        return pem.getBytes(StandardCharsets.US_ASCII);
    }
}
