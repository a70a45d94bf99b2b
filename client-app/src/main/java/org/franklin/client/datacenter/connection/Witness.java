package org.franklin.client.datacenter.connection;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.X509TrustManager;

/// Sees the certificates of a server and trusts none of them.
final class Witness implements X509TrustManager {

    private volatile List<X509Certificate> chain = List.of();

    List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType)
            throws CertificateException {
        chain = List.of(presented);
        throw new CertificateException("seen, and not trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String authType)
            throws CertificateException {
        throw new CertificateException("no client is trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
