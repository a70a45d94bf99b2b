package org.franklin.client.datacenter.connection;

import org.franklin.client.datacenter.connection.Answer.Why;
import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSocket;

/// Looks at who a data center says that it is, so that a person can compare the fingerprint with
/// the one on the vendor's letter. Nothing is trusted and nothing is sent: the handshake is broken
/// off as soon as the certificates are seen.
public final class FirstContact {

    private static final int HTTPS = 443;

    /// What was seen.
    public sealed interface Seen {

        /// The authority that the server presents; `identity` is good for pinning once a person, or
        /// a file that came another way, has confirmed its fingerprint.
        record Authority(DataCenterIdentity identity, String name, Instant until) implements Seen {}

        /// A server answers, without an authority that could be pinned.
        record NoAuthority(String reason) implements Seen {}

        record NotReached(Why why, String detail) implements Seen {}
    }

    private final Timeouts timeouts;

    public FirstContact(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    public Seen look(URI url) {
        URI origin = DataCenterAddress.requireOrigin(url);
        var witness = new Witness();
        try {
            shake(origin, witness);
        } catch (IOException e) {
            if (witness.chain().isEmpty()) {
                return new Seen.NotReached(Trouble.why(e), Trouble.describe(e));
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime speaks TLS 1.3", e);
        }
        return authority(witness.chain())
                .map(found -> seen(origin, found))
                .orElseGet(() -> new Seen.NoAuthority("the server presents no authority"));
    }

    private void shake(URI origin, Witness witness) throws IOException, GeneralSecurityException {
        int port = origin.getPort() < 0 ? HTTPS : origin.getPort();
        var sockets = PinnedTrust.context(witness).getSocketFactory();
        try (var socket = (SSLSocket) sockets.createSocket()) {
            socket.setEnabledProtocols(new String[] {PinnedTrust.TLS});
            socket.connect(
                    new InetSocketAddress(origin.getHost().replaceAll("[\\[\\]]", ""), port),
                    Math.toIntExact(timeouts.connect().toMillis()));
            socket.setSoTimeout(Math.toIntExact(timeouts.call().toMillis()));
            socket.startHandshake();
        }
    }

    private static Seen seen(URI origin, X509Certificate authority) {
        try {
            var der = Bytes.of(authority.getEncoded());
            return new Seen.Authority(
                    new DataCenterIdentity(new DataCenterAddress(origin, Fingerprint.of(der)), der),
                    authority.getSubjectX500Principal().getName(),
                    authority.getNotAfter().toInstant());
        } catch (CertificateEncodingException e) {
            return new Seen.NoAuthority("the authority's certificate cannot be read");
        }
    }

    /// The self-signed authority at the chain's end, where the chain leads to it.
    private static Optional<X509Certificate> authority(List<X509Certificate> chain) {
        if (chain.size() < 2 || chain.getLast().getBasicConstraints() < 0) {
            return Optional.empty();
        }
        for (int i = 0; i < chain.size(); i++) {
            var issuer = chain.get(Math.min(i + 1, chain.size() - 1));
            if (!isSigned(chain.get(i), issuer)) {
                return Optional.empty();
            }
        }
        return Optional.of(chain.getLast());
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
