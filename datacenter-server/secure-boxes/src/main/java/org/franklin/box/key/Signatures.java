package org.franklin.box.key;

import org.franklin.model.canonical.Bytes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// ECDSA over P-256 with SHA-256, 64 bytes r‖s, through one Java security provider.
///
/// AWS-LC, by the Amazon Corretto Crypto Provider, signs several times faster than the JDK and is
/// used where its native library loads and its signatures verify by the JDK.
public final class Signatures {

    /// Of a signature, in bytes.
    public static final int LENGTH = 64;

    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private static final String AWS_LC = "AmazonCorrettoCryptoProvider";

    static final Signatures JDK = new Signatures(Security.getProvider("SunEC"));
    static final Signatures FASTEST = fastest();

    private final Provider provider;

    Signatures(Provider provider) {
        this.provider = provider;
    }

    /// The name of the provider that signs in this process, for logs and benchmarks.
    public static String provider() {
        return FASTEST.provider.getName() + " " + FASTEST.provider.getVersionStr();
    }

    private static Signatures fastest() {
        try {
            return ServiceLoader.load(Provider.class).stream()
                    .filter(each -> each.type().getSimpleName().equals(AWS_LC))
                    .map(each -> new Signatures(each.get()))
                    .filter(each -> each.agreesWith(JDK))
                    .findFirst()
                    .orElse(JDK);
        } catch (ServiceConfigurationError | LinkageError _) {
            return JDK;
        }
    }

    /// Whether what either of the two signs the other one verifies.
    boolean agreesWith(Signatures other) {
        try {
            return SelfTest.pairwise(this, other) && SelfTest.pairwise(other, this);
        } catch (RuntimeException | LinkageError | AssertionError _) {
            return false;
        }
    }

    /// From a number, not from PKCS#8: of that AWS-LC works out the public key twice, to compare.
    PrivateKey privateKey(byte[] scalar) {
        try {
            return keys().generatePrivate(P256.keySpec(scalar));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a P-256 private key is readable", e);
        }
    }

    PublicKey publicKey(Bytes spki) {
        try {
            return keys().generatePublic(new X509EncodedKeySpec(spki.toArray()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a P-256 public key is readable", e);
        }
    }

    private KeyFactory keys() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", provider);
    }

    Bytes sign(PrivateKey key, Bytes data) {
        try {
            var signature = Signature.getInstance(ALGORITHM, provider);
            signature.initSign(key);
            signature.update(data.toArray());
            return Bytes.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a P-256 key signs", e);
        }
    }

    boolean verifies(PublicKey key, Bytes data, Bytes signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM, provider);
            signature.initVerify(key);
            signature.update(data.toArray());
            return signature.verify(signed.toArray());
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a P-256 key verifies", e);
        }
    }

    @Override
    public String toString() {
        return "Signatures[" + provider.getName() + "]";
    }
}
