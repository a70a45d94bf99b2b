package org.franklin.box.manufacturing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.box.Damage;
import org.franklin.box.HandClock;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

class SealedSeedsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;

    private final Seeds seeds =
            new Manufacturing(RANDOM, new HandClock("2026-11-22T10:00:00Z"))
                    .make(SigningKey.generate(RANDOM).publicKey())
                    .seeds();

    private SealedSeeds sealed() {
        return new SealedSeeds(folder, sealKey(1), RANDOM);
    }

    private static SecretBytes sealKey(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return SecretBytes.take(key);
    }

    private Path meterSeed() {
        return folder.resolve("meter.seed");
    }

    @BeforeEach
    void write() {
        sealed().write(seeds);
    }

    @Test
    void givesBackEachSeed() {
        assertEquals(new Opened.Seed<>(seeds.meter()), sealed().meter());
        assertEquals(new Opened.Seed<>(seeds.transaction()), sealed().transaction());
        assertEquals(new Opened.Seed<>(seeds.authentication()), sealed().authentication());
        assertEquals(new Opened.Seed<>(seeds.steel()), sealed().steel());
    }

    @Test
    void leavesFilesThatOnlyTheirOwnerReadsAndNoDrafts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var names = files.map(file -> file.getFileName() + "").sorted().toList();
            assertEquals(
                    List.of("authentication.seed", "meter.seed", "steel.seed", "transaction.seed"),
                    names);
        }
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                var permissions = Files.getPosixFilePermissions(file);
                assertEquals("rw-------", PosixFilePermissions.toString(permissions));
            }
        }
    }

    @Test
    void hidesEverySecretInItsFile() throws IOException {
        var file = Bytes.of(Files.readAllBytes(meterSeed())).hex();
        assertFalse(file.contains(seeds.meter().recordMaster().use(Bytes::of).hex()));
        assertFalse(file.contains(seeds.meter().cluster().hex()));
        assertFalse(file.contains(seeds.meter().root().hex().substring(0, 40)));
    }

    @Test
    void opensNoSeedWithAnyByteChanged() throws IOException {
        var whole = Bytes.of(Files.readAllBytes(meterSeed()));
        for (Bytes bad : (Iterable<Bytes>) Damage.of(whole)::iterator) {
            Files.write(meterSeed(), bad.toArray());
            assertFalse(sealed().meter() instanceof Opened.Seed, bad::toString);
        }
        Files.write(meterSeed(), new byte[0]);
        assertEquals(new Opened.NotOpenable<>(meterSeed()), sealed().meter());
    }

    @Test
    void opensNothingWithAnotherSealKey() {
        var other = new SealedSeeds(folder, sealKey(2), RANDOM);
        assertEquals(new Opened.NotOpenable<>(meterSeed()), other.meter());
        var half = SecretBytes.take(new byte[16]);
        assertThrows(IllegalArgumentException.class, () -> new SealedSeeds(folder, half, RANDOM));
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Files.delete(meterSeed());
        assertEquals(new Opened.Missing<>(meterSeed()), sealed().meter());
    }

    @Test
    void givesNoBoxTheSeedOfAnother() throws IOException {
        Files.delete(meterSeed());
        Files.copy(folder.resolve("steel.seed"), meterSeed());
        assertEquals(new Opened.WrongBox<>(meterSeed(), "steel"), sealed().meter());
    }

    @Test
    void givesNoBoxTheSeedOfAnotherUnderAFalseName() throws IOException {
        var steel = Files.readString(folder.resolve("steel.seed"), StandardCharsets.ISO_8859_1);
        var renamed = steel.replaceFirst("\0\0\0\u0005steel", "\0\0\0\u0005meter");
        Files.writeString(meterSeed(), renamed, StandardCharsets.ISO_8859_1);
        assertEquals(new Opened.NotOpenable<>(meterSeed()), sealed().meter());
    }

    @Test
    void replacesNothing() throws IOException {
        var again = sealed();
        assertThrows(UncheckedIOException.class, () -> again.write(seeds));
    }
}
