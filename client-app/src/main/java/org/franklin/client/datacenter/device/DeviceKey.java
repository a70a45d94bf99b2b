package org.franklin.client.datacenter.device;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterRequest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;

/// This computer's own P-256 key, made here and never sent: what it signs, its meter pays for.
///
/// It lies in a PKCS#12 file under a random password in a second file, both for the owner's account
/// only. That keeps the key from whoever gets one of the two files, for example from a backup of
/// one folder. It does not keep it from a program that runs in the same account, nor from somebody
/// who copies the whole folder; against those, revoke the device.
public final class DeviceKey {

    /// What came of opening the key's files, which are made where there are none.
    public sealed interface Opened {

        record Ready(DeviceKey key) implements Opened {}

        /// The files do not fit each other; the sentence says what to do.
        record Unreadable(String whatToDo) implements Opened {}
    }

    private static final String KEY_FILE = "device.p12";
    private static final String PASSWORD_FILE = "device.password";
    private static final String ALIAS = "device";
    private static final int PASSWORD_BYTES = 32;
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");
    private static final AlgorithmIdentifier ECDSA =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private final PrivateKey secret;
    private final Bytes publicKey;

    private DeviceKey(PrivateKey secret, Bytes publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    public static Opened open(Path folder, SecureRandom random) {
        Path file = folder.resolve(KEY_FILE);
        char[] password = {};
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(folder.resolve(PASSWORD_FILE), newPassword(random));
            }
            password = password(folder.resolve(PASSWORD_FILE));
            if (!Files.exists(file)) {
                PrivateFile.write(file, newStore(random, password));
            }
            return new Opened.Ready(read(file, password));
        } catch (IOException | GeneralSecurityException e) {
            return new Opened.Unreadable(
                    "The key of this computer cannot be read. Put "
                            + KEY_FILE
                            + " and "
                            + PASSWORD_FILE
                            + " back from one backup, or move both away and enroll this computer"
                            + " anew.");
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /// X.509 SubjectPublicKeyInfo, DER: what the meter learns at enrolment.
    public Bytes publicKey() {
        return publicKey;
    }

    /// Signs the request's one canonical form. Two signings differ, so store the first and repeat
    /// it.
    public DeviceSigned sign(MeterRequest request) {
        var canonical = request.canonical();
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(secret);
            signer.update(canonical.toArray());
            return new DeviceSigned(canonical, Bytes.of(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime signs with ECDSA over P-256", e);
        }
    }

    @Override
    public String toString() {
        return "the key of this device";
    }

    private static byte[] newPassword(SecureRandom random) {
        byte[] drawn = new byte[PASSWORD_BYTES];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn).getBytes(StandardCharsets.US_ASCII);
    }

    private static char[] password(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        var password = new char[content.length];
        for (int i = 0; i < content.length; i++) {
            password[i] = (char) content[i];
        }
        Arrays.fill(content, (byte) 0);
        return password;
    }

    private static byte[] newStore(SecureRandom random, char[] password)
            throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        var chain = new Certificate[] {selfSigned(pair)};
        store.setKeyEntry(ALIAS, pair.getPrivate(), password, chain);
        var out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static DeviceKey read(Path file, char[] password)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
        if (store.getKey(ALIAS, password) instanceof PrivateKey secret) {
            var publicKey = store.getCertificate(ALIAS).getPublicKey();
            return new DeviceKey(secret, Bytes.of(publicKey.getEncoded()));
        }
        throw new IOException("the key file holds no device key");
    }

    /// A self-signed wrapping of the public key, which a PKCS#12 file wants beside a private key;
    /// nobody trusts it for anything.
    private static X509Certificate selfSigned(KeyPair pair)
            throws GeneralSecurityException, IOException {
        var name = new X500Name("CN=Franklin device");
        var body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(1));
        body.setIssuer(name);
        body.setSubject(name);
        body.setStartDate(new Time(Date.from(Instant.EPOCH)));
        body.setEndDate(new Time(Date.from(NEVER)));
        body.setSignature(ECDSA);
        body.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        var unsigned = body.generateTBSCertificate();

        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update(unsigned.getEncoded());
        var parts = new ASN1EncodableVector();
        parts.add(unsigned);
        parts.add(ECDSA);
        parts.add(new DERBitString(signer.sign()));
        byte[] der = new DERSequence(parts).getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}
