package org.franklin.datacenter.keymanagement.heap;

import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.manufacturing.Opened;
import org.franklin.box.manufacturing.SealedSeeds;
import org.franklin.box.manufacturing.Seeds;
import org.franklin.box.suite.TokenKey;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// All keys of an installation, as whoever holds its seal key can work them out: every secret of
/// all seeds, what boxes keep of them, and some that they derive for a moment.
public final class BoxKeys {

    /// The first meter that a data center makes.
    private static final SerialNumber METER = new SerialNumber(1001);

    /// A key and the boxes that may have it.
    record Key(String name, Set<String> boxes) {}

    private final Map<Bytes, Key> keys = new LinkedHashMap<>();

    private BoxKeys() {}

    public static BoxKeys of(Path root) throws IOException {
        var found = new BoxKeys();
        try (var seal = Seal.inFile(new InstallationFolder(root))) {
            found.keys.put(seal.key().use(Bytes::of), new Key("seal key", Set.of()));
        }
        try (var seeds = seeds(root)) {
            found.add("meter", seeds.meter());
            found.add("transaction", seeds.transaction());
            found.add("authentication", seeds.authentication());
            found.add("steel", seeds.steel());
            found.derive(seeds);
        }
        return found;
    }

    static Seeds seeds(Path root) throws IOException {
        try (var seal = Seal.inFile(new InstallationFolder(root))) {
            var sealed = new SealedSeeds(root.resolve("boxes"), seal.key(), new SecureRandom());
            return new Seeds(
                    seed(sealed.meter()),
                    seed(sealed.transaction()),
                    seed(sealed.authentication()),
                    seed(sealed.steel()));
        }
    }

    private static <T> T seed(Opened<T> opened) {
        if (opened instanceof Opened.Seed<T>(var seed)) {
            return seed;
        }
        throw new AssertionError(opened.toString());
    }

    Map<Bytes, Key> all() {
        return keys;
    }

    public Needles needles() {
        var needles = new Needles();
        keys.forEach((content, key) -> needles.add(key.name(), content));
        return needles;
    }

    /// By reflection, so that a new secret cannot be forgotten.
    private void add(String box, Record seed) {
        for (var component : seed.getClass().getRecordComponents()) {
            if (component.getType() == SecretBytes.class) {
                try {
                    var secret = (SecretBytes) component.getAccessor().invoke(seed);
                    add(box, component.getName(), secret.use(Bytes::of));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError("a seed's components are public", e);
                }
            }
        }
    }

    /// Of a private key in PKCS#8 its last 32 bytes are the key.
    private void add(String box, String name, Bytes secret) {
        int length = secret.length();
        if (length > 2 * MasterKey.LENGTH) {
            put(box, name, secret.slice(length - P256.SCALAR_LENGTH, length));
        } else {
            put(box, name, secret);
            put(box, name + ", extracted", extracted(secret));
        }
    }

    /// A key that two boxes share has the name that the first gives it.
    private void put(String box, String name, Bytes content) {
        var key = keys.computeIfAbsent(content, _ -> new Key(box + " " + name, new HashSet<>()));
        key.boxes().add(box);
    }

    private void derive(Seeds seeds) {
        var steel = seeds.steel();
        var cluster = steel.cluster();
        try (var both = steel.vendorKey().plus(steel.postalKey());
                var domains = new MasterKey(both, cluster);
                var wide =
                        domains.derive(
                                KeyPurpose.METER_KEY,
                                "meter " + METER.number(),
                                0,
                                P256.WIDE_LENGTH);
                var scalar = P256.reduce(wide)) {
            put("steel", "domain keys, extracted", both.use(raw -> extracted(Bytes.of(raw))));
            put("steel", "scalar of a meter", scalar.use(Bytes::of));
        }
        if (steel.vendorKey().length() == TokenKey.LENGTH) {
            try (var token = TokenKey.ofMeter(steel.vendorKey(), METER)) {
                put("steel", "token key of a meter", token.use(Bytes::of));
            }
        }
        try (var mailers = new MasterKey(seeds.authentication().recordMaster(), cluster);
                var pepper = mailers.derive(KeyPurpose.PASSWORD_PEPPER, "password", 0)) {
            put("authentication", "pepper", pepper.use(Bytes::of));
        }
    }

    /// HKDF's first step (RFC 5869) without a salt: what a box keeps of a master key.
    private static Bytes extracted(Bytes secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return Bytes.of(mac.doFinal(secret.toArray()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
