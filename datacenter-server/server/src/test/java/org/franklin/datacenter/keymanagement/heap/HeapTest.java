package org.franklin.datacenter.keymanagement.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.manufacturing.Opened;
import org.franklin.box.manufacturing.SealedSeeds;
import org.franklin.box.manufacturing.Seeds;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The live heap of a process with boxes, searched for their keys, as bytes and as hex.
///
/// What this cannot show: copies that the collector moved away from and has not yet written over
/// are no longer objects, and so in no dump; nor is the memory of a native provider. Against
/// whoever reads the process's raw memory only hardware behind PKCS#11 helps.
class HeapTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path dir;
    private Path folder;
    private Seeds seeds;

    @BeforeEach
    void openAndClose() throws Exception {
        folder = dir.resolve("datacenter");
        if (!(Installation.create(folder, DataCenterConfig.USUAL, Clock.systemUTC(), RANDOM)
                instanceof Installation.Opening.Opened(var installation))) {
            throw new AssertionError("not made");
        }
        installation.close();
        var sealKey = Seal.inFile(new InstallationFolder(folder)).key();
        var sealed = new SealedSeeds(folder.resolve("boxes"), sealKey, RANDOM);
        seeds =
                new Seeds(
                        seed(sealed.meter()),
                        seed(sealed.transaction()),
                        seed(sealed.authentication()),
                        seed(sealed.steel()));
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx96m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KeyHolder.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        searchedFor(said);
    }

    private void searchedFor(String said) {
        masters().forEach((name, key) -> assertTrue(!said.contains(key.hex()), name));
    }

    private static <T> T seed(Opened<T> opened) {
        if (opened instanceof Opened.Seed<T>(var seed)) {
            return seed;
        }
        throw new AssertionError(opened.toString());
    }

    private Map<String, Bytes> masters() {
        var keys = new LinkedHashMap<String, Bytes>();
        keys.put("vendor", seeds.steel().vendorKey().use(Bytes::of));
        keys.put("Post", seeds.steel().postalKey().use(Bytes::of));
        keys.put("token keys", seeds.meter().tokenKeyMaster().use(Bytes::of));
        keys.put("steel and meter", seeds.meter().steelKey().use(Bytes::of));
        keys.put("steel and authentication", seeds.authentication().steelKey().use(Bytes::of));
        keys.put("meter records", seeds.meter().recordMaster().use(Bytes::of));
        keys.put("meter journal", seeds.meter().journalMaster().use(Bytes::of));
        keys.put("account records", seeds.transaction().recordMaster().use(Bytes::of));
        keys.put("transaction journal", seeds.transaction().journalMaster().use(Bytes::of));
        keys.put("mailer records", seeds.authentication().recordMaster().use(Bytes::of));
        return keys;
    }

    private Map<String, Bytes> scalars() {
        var keys = new LinkedHashMap<String, Bytes>();
        keys.put("root", scalar(seeds.steel().rootKey()));
        keys.put("receipts", scalar(seeds.meter().receiptKey()));
        keys.put("vouchers", scalar(seeds.transaction().signingKey()));
        keys.put("grants", scalar(seeds.authentication().signingKey()));
        keys.put("credentials", scalar(seeds.authentication().credentialsKey()));
        return keys;
    }

    private static Bytes scalar(SecretBytes pkcs8) {
        try (var scalar = P256.scalar(pkcs8)) {
            return scalar.use(Bytes::of);
        }
    }

    /// What HKDF extracts of a master (RFC 5869), and a box keeps of it.
    private static Bytes extracted(Bytes master) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return Bytes.of(mac.doFinal(master.toArray()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void holdsKeysOnlyWhileBoxesServe() throws IOException {
        byte[] serving = Files.readAllBytes(folder.resolve("serving.hprof"));
        byte[] closed = Files.readAllBytes(folder.resolve("closed.hprof"));
        scalars()
                .forEach((name, key) -> {
                    assertNotEquals(0, count(serving, key), "the search finds " + name);
                    assertEquals(0, count(closed, key), name + " after its box closed");
                    assertEquals(0, count(serving, hex(key)), name + " as text");
                });
        masters()
                .forEach((name, key) -> {
                    assertEquals(0, count(serving, key), name + " in a seed that is done with");
                    assertEquals(0, count(closed, key), name + " after its box closed");
                    assertEquals(0, count(serving, hex(key)), name + " as text");
                    assertEquals(0, count(closed, extracted(key)), name + ", extracted");
                });
        for (String kept : List.of("token keys", "meter records", "account records")) {
            var key = extracted(masters().getOrDefault(kept, Bytes.EMPTY));
            assertNotEquals(0, count(serving, key), "the search finds " + kept);
        }
    }

    private static Bytes hex(Bytes key) {
        return Bytes.of(key.hex().getBytes(StandardCharsets.US_ASCII));
    }

    private static int count(byte[] heap, Bytes wanted) {
        byte[] key = wanted.toArray();
        int found = 0;
        for (int i = 0; i <= heap.length - key.length; i++) {
            int j = 0;
            while (j < key.length && heap[i + j] == key[j]) {
                j++;
            }
            if (j == key.length) {
                found++;
            }
        }
        return found;
    }
}
