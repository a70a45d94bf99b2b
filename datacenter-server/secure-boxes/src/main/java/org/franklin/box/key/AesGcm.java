package org.franklin.box.key;

import org.franklin.model.canonical.Bytes;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a 12-byte nonce and a 16-byte tag at the end of the ciphertext.
public final class AesGcm {

    public static final int NONCE_LENGTH = 12;

    private static final int TAG_LENGTH = 16;

    /// Named once: asking all providers at each call takes longer than the cipher.
    private static final Provider JDK = Security.getProvider("SunJCE");

    private AesGcm() {}

    /// A nonce is never used twice under one key; the caller draws it.
    public static Bytes seal(SecretBytes key, byte[] nonce, byte[] associated, byte[] plain) {
        try {
            return Bytes.of(run(Cipher.ENCRYPT_MODE, key, nonce, associated, plain));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime encrypts with AES-GCM", e);
        }
    }

    /// The plain bytes, or nothing where key, nonce, associated data or ciphertext do not fit.
    public static Optional<SecretBytes> open(
            SecretBytes key, Bytes nonce, byte[] associated, Bytes ciphertext) {
        if (nonce.length() != NONCE_LENGTH || ciphertext.length() <= TAG_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] plain =
                    run(
                            Cipher.DECRYPT_MODE,
                            key,
                            nonce.toArray(),
                            associated,
                            ciphertext.toArray());
            return Optional.of(SecretBytes.take(plain));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime decrypts with AES-GCM", e);
        }
    }

    private static byte[] run(
            int mode, SecretBytes key, byte[] nonce, byte[] associated, byte[] input)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", JDK);
        var parameters = new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce);
        byte[] raw = key.use(byte[]::clone);
        try {
            cipher.init(mode, new SecretKeySpec(raw, "AES"), parameters);
            cipher.updateAAD(associated);
            return cipher.doFinal(input);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }
}
