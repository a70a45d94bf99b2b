package org.franklin.box.manufacturing;

import org.franklin.box.authentication.AuthenticationSeed;
import org.franklin.box.file.OwnFile;
import org.franklin.box.key.AesGcm;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.meter.MeterSeed;
import org.franklin.box.steel.SteelSeed;
import org.franklin.box.transaction.TransactionSeed;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/// The seeds of an installation as files, one for each box, under AES-256-GCM with the box's name
/// as associated data. The keys come from the seal key, 32 random bytes, whose custody
/// ([org.franklin.box.custody]) says who can open them.
///
/// The files are readable by their owner alone. That protects nothing from the machine's
/// administrators; a seal key that comes from elsewhere at every start does.
public final class SealedSeeds {

    private static final Bytes NO_CLUSTER = Bytes.of(new byte[MasterKey.CLUSTER_LENGTH]);

    private record SealedSeed(String box, Bytes nonce, Bytes ciphertext) {}

    private final Path folder;
    private final SecretBytes sealKey;
    private final SecureRandom random;

    /// The seal key, 32 bytes, stays the caller's to wipe, and must outlive this.
    public SealedSeeds(Path folder, SecretBytes sealKey, SecureRandom random) {
        if (sealKey.length() != MasterKey.LENGTH) {
            throw new IllegalArgumentException("a seal key has 32 bytes");
        }
        this.folder = folder;
        this.sealKey = sealKey;
        this.random = random;
    }

    /// Writes all seeds, which stay the caller's to wipe. Refuses to replace any file.
    public void write(Seeds seeds) {
        try {
            write("meter", seeds.meter());
            write("transaction", seeds.transaction());
            write("authentication", seeds.authentication());
            write("steel", seeds.steel());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A seed that is given out is the caller's to wipe; nothing of it is kept here.
    public Opened<MeterSeed> meter() {
        return read("meter", MeterSeed.class);
    }

    public Opened<TransactionSeed> transaction() {
        return read("transaction", TransactionSeed.class);
    }

    public Opened<AuthenticationSeed> authentication() {
        return read("authentication", AuthenticationSeed.class);
    }

    public Opened<SteelSeed> steel() {
        return read("steel", SteelSeed.class);
    }

    private void write(String box, Record seed) throws IOException {
        byte[] nonce = new byte[AesGcm.NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] plain = Canonical.encode(seed.getClass(), seed);
        try (var sealing = sealing(box)) {
            var sealed = AesGcm.seal(sealing, nonce, associated(box), plain);
            OwnFile.create(
                    file(box),
                    Canonical.bytes(new SealedSeed(box, Bytes.of(nonce), sealed)).toArray());
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private <T> Opened<T> read(String box, Class<T> type) {
        var file = file(box);
        try {
            var sealed = OwnFile.read(file);
            if (sealed.isEmpty()) {
                return new Opened.Missing<>(file);
            }
            return switch (Canonical.decode(SealedSeed.class, sealed.get())) {
                case Malformed<SealedSeed> _ -> new Opened.NotOpenable<>(file);
                case Valid<SealedSeed>(var seed) when !seed.box.equals(box) ->
                        new Opened.WrongBox<>(file, seed.box);
                case Valid<SealedSeed>(var seed) -> open(seed, type, file);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Opened<T> open(SealedSeed sealed, Class<T> type, Path file) {
        try (var sealing = sealing(sealed.box)) {
            return AesGcm.open(sealing, sealed.nonce, associated(sealed.box), sealed.ciphertext)
                    .<Opened<T>>map(plain -> new Opened.Seed<>(decoded(type, plain)))
                    .orElseGet(() -> new Opened.NotOpenable<>(file));
        }
    }

    private static <T> T decoded(Class<T> type, SecretBytes plain) {
        try (plain) {
            return plain.use(bytes -> Canonical.decode(type, bytes).orThrow());
        }
    }

    private SecretBytes sealing(String box) {
        try (var master = new MasterKey(sealKey, NO_CLUSTER)) {
            return master.derive(KeyPurpose.SEED_SEAL, box, 0);
        }
    }

    private static byte[] associated(String box) {
        return ("franklin/v1 seed " + box).getBytes(StandardCharsets.US_ASCII);
    }

    private Path file(String box) {
        return folder.resolve(box + ".seed");
    }
}
