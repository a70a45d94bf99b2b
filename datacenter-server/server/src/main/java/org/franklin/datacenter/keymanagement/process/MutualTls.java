package org.franklin.datacenter.keymanagement.process;

import org.franklin.datacenter.keymanagement.TlsEnd;
import org.franklin.datacenter.keymanagement.TlsIdentity;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// TLS 1.3 in which both ends show a certificate of the installation's own CA. The certificate must
/// be good for its purpose, and its name must be that of the end that is meant: a box of another
/// kind, or the server that apps talk to, is refused.
final class MutualTls {

    private static final Duration SHAKES_HANDS_WITHIN = Duration.ofSeconds(5);

    private final SSLContext context;
    private final TlsEnd other;

    MutualTls(TlsIdentity mine, TlsEnd other) {
        this.context = context(mine);
        this.other = other;
    }

    private static SSLContext context(TlsIdentity mine) {
        try {
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(mine.keyStore(), new char[0]);
            var authority = KeyStore.getInstance("PKCS12");
            authority.load(null, null);
            authority.setCertificateEntry("ca", mine.authority());
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(authority);
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("every Java runtime speaks TLS 1.3", e);
        }
    }

    /// Connects, and shakes hands as the client.
    SSLSocket connect(String host, int port, Socket connection) throws IOException {
        connection.connect(new InetSocketAddress(host, port), (int) SHAKES_HANDS_WITHIN.toMillis());
        return shaken(connection, true);
    }

    /// Shakes hands as the server, on a connection that came in.
    SSLSocket accept(Socket connection) throws IOException {
        return shaken(connection, false);
    }

    private SSLSocket shaken(Socket connection, boolean client) throws IOException {
        connection.setTcpNoDelay(true);
        connection.setKeepAlive(true);
        connection.setSoTimeout((int) SHAKES_HANDS_WITHIN.toMillis());
        var tls =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        connection,
                                        connection.getInetAddress().getHostAddress(),
                                        connection.getPort(),
                                        true);
        tls.setUseClientMode(client);
        tls.setEnabledProtocols(new String[] {"TLSv1.3"});
        if (!client) {
            tls.setNeedClientAuth(true);
        }
        tls.startHandshake();
        var shown = tls.getSession().getPeerPrincipal();
        if (!shown.equals(other.subject())) {
            throw new IOException(
                    "%s is there, and not the %s".formatted(shown.getName(), other.name()));
        }
        connection.setSoTimeout(0);
        return tls;
    }
}
