package org.franklin.datacenter.drill.ground;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterRequest;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/// The P-256 key of a mailer's computer, or one that a forger made up.
public final class DeviceKey {

    private final KeyPair pair;

    private DeviceKey(KeyPair pair) {
        this.pair = pair;
    }

    public static DeviceKey generate(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return new DeviceKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime has P-256", e);
        }
    }

    /// X.509 SubjectPublicKeyInfo.
    public Bytes publicKey() {
        return Bytes.of(pair.getPublic().getEncoded());
    }

    public DeviceSigned sign(MeterRequest request) {
        return new DeviceSigned(request.canonical(), sign(request.canonical()));
    }

    /// ECDSA with SHA-256, 64 bytes r‖s.
    public Bytes sign(Bytes statement) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate());
            signer.update(statement.toArray());
            return Bytes.of(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime signs ECDSA over P-256", e);
        }
    }

    @Override
    public String toString() {
        return "DeviceKey";
    }
}
