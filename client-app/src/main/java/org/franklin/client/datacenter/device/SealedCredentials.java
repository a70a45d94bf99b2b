package org.franklin.client.datacenter.device;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.UserName;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Seals a password to the authentication box (40), so that no server on the way reads it.
///
/// The arrays that are made here are wiped. The caller wipes its own; the immutable copy in
/// [Credentials] lives until it is collected.
public final class SealedCredentials {

    private final CertifiedKey box;
    private final DeviceKey device;

    /// `box` is the authentication box's key, and certified by the pinned root.
    public SealedCredentials(CertifiedKey box, DeviceKey device) {
        this.box = box;
        this.device = device;
    }

    /// The 65-byte encapsulated key, then the ciphertext; nothing if the password does not have 1
    /// to 256 bytes in UTF-8.
    public Optional<Bytes> seal(Credentials.Purpose purpose, UserName user, char[] password) {
        byte[] secret = utf8(password);
        byte[] plain = {};
        try {
            if (secret.length < 1 || secret.length > Credentials.LONGEST) {
                return Optional.empty();
            }
            var credentials = new Credentials(purpose, user, Bytes.of(secret), device.publicKey());
            plain = Canonical.encode(Credentials.class, credentials);
            var point = publicKey(box).getPublicKeyData().getOctets();
            var suite = suite();
            var context =
                    suite.setupBaseS(suite.deserializePublicKey(point), Credentials.hpkeInfo());
            byte[] sealed = context.seal(new byte[0], plain);
            return Optional.of(Bytes.of(context.getEncapsulation()).plus(Bytes.of(sealed)));
        } catch (InvalidCipherTextException e) {
            throw new AssertionError("sealing reads no ciphertext", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static HPKE suite() {
        return new HPKE(
                HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static SubjectPublicKeyInfo publicKey(CertifiedKey key) {
        return SubjectPublicKeyInfo.getInstance(key.certificate().getPublicKey().getEncoded());
    }

    private static byte[] utf8(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] exact = new byte[encoded.remaining()];
        encoded.get(exact);
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        return exact;
    }
}
