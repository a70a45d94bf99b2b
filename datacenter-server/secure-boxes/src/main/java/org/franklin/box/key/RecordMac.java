package org.franklin.box.key;

import org.franklin.model.canonical.Bytes;

import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256, all 32 bytes, under a key derived for one purpose, subject and month.
public final class RecordMac {

    private static final String HMAC = "HmacSHA256";

    private final MasterKey key;
    private final KeyPurpose purpose;

    public RecordMac(MasterKey key, KeyPurpose purpose) {
        this.key = key;
        this.purpose = purpose;
    }

    public Bytes mac(String subject, int month, Bytes body) {
        try (var derived = key.derive(purpose, subject, month)) {
            return hmac(derived, body);
        }
    }

    /// In constant time. A MAC of another length does not verify, nor anything of a month that
    /// there is not.
    public boolean verifies(String subject, int month, Bytes body, Bytes mac) {
        return MasterKey.isMonth(month) && mac(subject, month, body).equals(mac);
    }

    static Bytes hmac(SecretBytes key, Bytes body) {
        return key.use(bytes -> {
            try {
                Mac mac = Mac.getInstance(HMAC);
                mac.init(new SecretKeySpec(bytes, HMAC));
                return Bytes.of(mac.doFinal(body.toArray()));
            } catch (GeneralSecurityException e) {
                throw new AssertionError("every Java runtime has HMAC-SHA-256", e);
            }
        });
    }

    @Override
    public String toString() {
        return "RecordMac[" + purpose + "]";
    }
}
