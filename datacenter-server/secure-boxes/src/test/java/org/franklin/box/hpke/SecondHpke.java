package org.franklin.box.hpke;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.franklin.model.canonical.Bytes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The same construction once more: the JDK's DHKEM, and the key schedule of RFC 9180, 5.1, written
/// out over HMAC. It shares no code with what it checks.
final class SecondHpke {

    private static final Bytes SUITE = ascii("HPKE").plus(Bytes.ofHex("001000010002"));
    private static final Bytes NO_SALT = Bytes.of(new byte[32]);

    private SecondHpke() {}

    static Bytes seal(Bytes spki, Bytes info, Bytes associated, Bytes plain)
            throws GeneralSecurityException {
        PublicKey key =
                KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki.toArray()));
        var encapsulated = KEM.getInstance("DHKEM").newEncapsulator(key).encapsulate();
        var cipher = cipher(Cipher.ENCRYPT_MODE, encapsulated.key(), info, associated);
        return Bytes.of(encapsulated.encapsulation())
                .plus(Bytes.of(cipher.doFinal(plain.toArray())));
    }

    static Bytes open(Bytes pkcs8, Bytes info, Bytes associated, Bytes sealed)
            throws GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance("EC")
                        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8.toArray()));
        var shared =
                KEM.getInstance("DHKEM")
                        .newDecapsulator(key)
                        .decapsulate(sealed.slice(0, 65).toArray());
        var cipher = cipher(Cipher.DECRYPT_MODE, shared, info, associated);
        return Bytes.of(cipher.doFinal(sealed.slice(65, sealed.length()).toArray()));
    }

    private static Cipher cipher(int mode, SecretKey shared, Bytes info, Bytes associated)
            throws GeneralSecurityException {
        Bytes context =
                Bytes.of(new byte[1])
                        .plus(extract(NO_SALT, "psk_id_hash", Bytes.EMPTY))
                        .plus(extract(NO_SALT, "info_hash", info));
        Bytes secret = extract(Bytes.of(shared.getEncoded()), "secret", Bytes.EMPTY);
        Bytes key = expand(secret, "key", context, 32);
        Bytes nonce = expand(secret, "base_nonce", context, 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key.toArray(), "AES"),
                new GCMParameterSpec(128, nonce.toArray()));
        cipher.updateAAD(associated.toArray());
        return cipher;
    }

    private static Bytes extract(Bytes salt, String label, Bytes input)
            throws GeneralSecurityException {
        return hmac(salt, ascii("HPKE-v1").plus(SUITE).plus(ascii(label)).plus(input));
    }

    /// One block of HKDF-Expand is enough for 32 bytes.
    private static Bytes expand(Bytes key, String label, Bytes context, int length)
            throws GeneralSecurityException {
        Bytes text =
                Bytes.of(new byte[] {0, (byte) length})
                        .plus(ascii("HPKE-v1"))
                        .plus(SUITE)
                        .plus(ascii(label))
                        .plus(context)
                        .plus(Bytes.of(new byte[] {1}));
        return hmac(key, text).slice(0, length);
    }

    private static Bytes hmac(Bytes key, Bytes text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.toArray(), "HmacSHA256"));
        return Bytes.of(mac.doFinal(text.toArray()));
    }

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(US_ASCII));
    }
}
