package org.franklin.box.manufacturing;

import org.franklin.box.authentication.AuthenticationSeed;
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
/// as associated data. The keys come from the seal key, a file of 32 random bytes.
///
/// Both are readable by their owner alone. The seal protects a seed where only one of the two files
/// is lost: a backup, or a disk, that holds the seeds without the seal key. It protects nothing
/// from whoever can read both, as the owner's account and the machine's administrators can; for
/// that the seal key has to come from elsewhere, at every start.
public final class SealedSeeds {

    private static final Bytes NO_CLUSTER = Bytes.of(new byte[MasterKey.CLUSTER_LENGTH]);

    private record SealedSeed(String box, Bytes nonce, Bytes ciphertext) {}

    private final Path folder;
    private final Path sealKey;
    private final SecureRandom random;

    /// `sealKey` is the path of the seal key's file, best on another disk than `folder`.
    public SealedSeeds(Path folder, Path sealKey, SecureRandom random) {
        this.folder = folder;
        this.sealKey = sealKey;
        this.random = random;
    }

    /// Draws a new seal key and writes all seeds. Refuses to replace any file.
    public void write(Seeds seeds) {
        try (var key = SecretBytes.random(MasterKey.LENGTH, random)) {
            OwnerFile.create(sealKey, key.use(Bytes::of));
            write(key, "meter", seeds.meter());
            write(key, "transaction", seeds.transaction());
            write(key, "authentication", seeds.authentication());
            write(key, "steel", seeds.steel());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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

    private void write(SecretBytes key, String box, Record seed) throws IOException {
        byte[] nonce = new byte[AesGcm.NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] plain = Canonical.encode(seed.getClass(), seed);
        try (var sealing = sealing(key, box)) {
            var sealed = AesGcm.seal(sealing, nonce, associated(box), plain);
            OwnerFile.create(
                    file(box), Canonical.bytes(new SealedSeed(box, Bytes.of(nonce), sealed)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private <T> Opened<T> read(String box, Class<T> type) {
        var file = file(box);
        try {
            var key = OwnerFile.read(sealKey);
            if (key.isEmpty()) {
                return new Opened.Missing<>(sealKey);
            }
            if (key.get().length() != MasterKey.LENGTH) {
                return new Opened.NotOpenable<>(sealKey);
            }
            var sealed = OwnerFile.read(file);
            if (sealed.isEmpty()) {
                return new Opened.Missing<>(file);
            }
            try (var secret = SecretBytes.take(key.get().toArray())) {
                return switch (Canonical.decode(SealedSeed.class, sealed.get())) {
                    case Malformed<SealedSeed> _ -> new Opened.NotOpenable<>(file);
                    case Valid<SealedSeed>(var seed) when !seed.box.equals(box) ->
                            new Opened.WrongBox<>(file, seed.box);
                    case Valid<SealedSeed>(var seed) -> open(secret, seed, type, file);
                };
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Opened<T> open(SecretBytes key, SealedSeed sealed, Class<T> type, Path file) {
        try (var sealing = sealing(key, sealed.box)) {
            return AesGcm.open(sealing, sealed.nonce, associated(sealed.box), sealed.ciphertext)
                    .map(plain -> plain.use(Bytes::of))
                    .<Opened<T>>map(
                            plain -> new Opened.Seed<>(Canonical.decode(type, plain).orThrow()))
                    .orElseGet(() -> new Opened.NotOpenable<>(file));
        }
    }

    private static SecretBytes sealing(SecretBytes key, String box) {
        return new MasterKey(key, NO_CLUSTER).derive(KeyPurpose.SEED_SEAL, box, 0);
    }

    private static byte[] associated(String box) {
        return ("franklin/v1 seed " + box).getBytes(StandardCharsets.US_ASCII);
    }

    private Path file(String box) {
        return folder.resolve(box + ".seed");
    }
}
