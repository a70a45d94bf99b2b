package org.franklin.client.datacenter.connection;

import org.franklin.model.canonical.Bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// TLS 1.3 that believes one authority and no other, the system's included.
record PinnedTrust(X509TrustManager manager, SSLSocketFactory sockets) {

    static final String TLS = "TLSv1.3";

    static PinnedTrust of(Bytes authority) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("data center", certificate(authority));
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            var manager = (X509TrustManager) factory.getTrustManagers()[0];
            return new PinnedTrust(manager, context(manager).getSocketFactory());
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the authority is no X.509 certificate", e);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("every Java runtime trusts a given certificate", e);
        }
    }

    static SSLContext context(X509TrustManager manager) throws GeneralSecurityException {
        var context = SSLContext.getInstance(TLS);
        context.init(null, new TrustManager[] {manager}, null);
        return context;
    }

    private static X509Certificate certificate(Bytes der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der.toArray()));
    }
}
