package org.franklin.datacenter.keymanagement;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/// What the communication server shows in a TLS handshake: its key, its certificate and that of the
/// data center's CA, in memory only.
public record TlsIdentity(PrivateKey key, X509Certificate certificate, X509Certificate authority) {

    /// The key and the chain from the server's certificate to the CA's, under an empty password.
    public KeyStore keyStore() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server", key, new char[0], new Certificate[] {certificate, authority});
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("every Java runtime keeps keys in PKCS#12", e);
        }
    }

    @Override
    public String toString() {
        return "TlsIdentity[" + certificate.getSubjectX500Principal() + "]";
    }
}
