package org.franklin.datacenter.function.funds;

import org.franklin.box.file.OwnFile;
import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The sandbox payment processor's own P-256 key. A processor is a stranger to the data center, so
/// its key is a file beside the boxes, not inside one: two lines of base64, the private key in
/// PKCS#8 and the public key as X.509 SubjectPublicKeyInfo.
public final class ProcessorKey {

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private ProcessorKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /// Makes a key and writes it to a new file that only its owner can read.
    public static ProcessorKey create(Path file) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            OwnFile.create(file, text(pair).getBytes(StandardCharsets.US_ASCII));
            return new ProcessorKey(pair.getPrivate(), pair.getPublic());
        } catch (IOException e) {
            throw new UncheckedIOException("the processor's key cannot be written", e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime has P-256", e);
        }
    }

    /// Reads the file; one that holds no such key is refused.
    public static ProcessorKey load(Path file) {
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() != 2) {
                throw new IllegalArgumentException("not a processor's key: " + file);
            }
            var keys = KeyFactory.getInstance("EC");
            var decoder = Base64.getDecoder();
            return new ProcessorKey(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(0)))),
                    keys.generatePublic(new X509EncodedKeySpec(decoder.decode(lines.get(1)))));
        } catch (IOException e) {
            throw new UncheckedIOException("the processor's key cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a processor's key: " + file, e);
        }
    }

    /// X.509 SubjectPublicKeyInfo: what the transaction box checks payments with.
    public Bytes publicKey() {
        return Bytes.of(publicKey.getEncoded());
    }

    /// ECDSA with SHA-256, 64 bytes r‖s.
    Bytes sign(Bytes statement) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(privateKey);
            signer.update(statement.toArray());
            return Bytes.of(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime signs ECDSA over P-256", e);
        }
    }

    @Override
    public String toString() {
        return "ProcessorKey";
    }

    private static String text(KeyPair pair) {
        return "%s%n%s%n"
                .formatted(
                        base64(pair.getPrivate().getEncoded()),
                        base64(pair.getPublic().getEncoded()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
