package org.franklin.model.mailer;

import org.franklin.model.canonical.Bytes;

import java.nio.charset.StandardCharsets;

/// What the app seals to the authentication box, so that the servers between never see a password:
/// the password's UTF-8 bytes, the purpose, the user name that it is good for, and the public key
/// of the device (X.509 SubjectPublicKeyInfo, P-256) that signs on or is enrolled.
///
/// Sealing is HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, with
/// [#hpkeInfo]; the sealed form is the 65-byte encapsulated key, then the ciphertext.
public record Credentials(Purpose purpose, UserName user, Bytes password, Bytes deviceKey) {

    public enum Purpose {
        SIGN_UP,
        SIGN_ON,
        ENROL,
        /// To enrol this device and remove all others.
        RECOVER
    }

    private static final int SHORTEST = 15;

    /// In bytes of UTF-8.
    public static final int LONGEST = 256;

    public Credentials {
        if (password.length() < 1 || password.length() > LONGEST) {
            throw new IllegalArgumentException("a password has at most " + LONGEST + " bytes");
        }
        if (deviceKey.length() > 200) {
            throw new IllegalArgumentException("a device key is an X.509 P-256 public key");
        }
    }

    /// Whether a new password is long enough; an old one is only compared.
    public boolean isLongEnough() {
        return password.length() >= SHORTEST;
    }

    public static byte[] hpkeInfo() {
        return "franklin/v1 credentials".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "Credentials[" + purpose + ", " + user + "]";
    }
}
