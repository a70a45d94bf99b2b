package org.franklin.box.suite;

import org.franklin.box.key.SecretBytes;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Triple DES, encrypt-decrypt-encrypt, with two keys of 8 bytes each (keying option 2 of SP
/// 800-67), in CBC mode without padding, by the JDK's provider.
final class TripleDes {

    /// Of the two keys together, in bytes.
    static final int KEY_LENGTH = 16;

    static final int BLOCK_LENGTH = 8;

    private static final int HALF = KEY_LENGTH / 2;
    private static final Provider JDK = Security.getProvider("SunJCE");

    private TripleDes() {}

    /// The length of `plain` is a multiple of 8, as is that of what comes back.
    static byte[] encrypt(SecretBytes key, byte[] iv, byte[] plain) {
        return run(Cipher.ENCRYPT_MODE, key, iv, plain);
    }

    /// Undoes [#encrypt]; it cannot tell whether anything was changed.
    static byte[] decrypt(SecretBytes key, byte[] iv, byte[] ciphertext) {
        return run(Cipher.DECRYPT_MODE, key, iv, ciphertext);
    }

    /// Sets the lowest bit of each byte so that the byte has an odd number of ones, as DES keys do.
    static void adjustParity(byte[] key) {
        for (int i = 0; i < key.length; i++) {
            int upper = key[i] & 0xfe;
            key[i] = (byte) (upper | ((Integer.bitCount(upper) + 1) & 1));
        }
    }

    private static byte[] run(int mode, SecretBytes key, byte[] iv, byte[] input) {
        byte[] three = key.use(TripleDes::threeKeys);
        try {
            Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding", JDK);
            cipher.init(mode, new SecretKeySpec(three, "DESede"), new IvParameterSpec(iv));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("the JDK's provider knows triple DES", e);
        } finally {
            Arrays.fill(three, (byte) 0);
        }
    }

    /// The first key, the second, the first again.
    private static byte[] threeKeys(byte[] two) {
        if (two.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a triple-DES key pair has 16 bytes");
        }
        byte[] three = Arrays.copyOf(two, KEY_LENGTH + HALF);
        System.arraycopy(two, 0, three, KEY_LENGTH, HALF);
        return three;
    }
}
