package org.franklin.client.datacenter.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

class DeviceKeyTest {

    private static final MeterRequest REQUEST =
            new MeterRequest.Cancel(new SerialNumber(1042), new DeviceId(3), 17);

    @TempDir private Path folder;

    @Test
    void signsTheCanonicalRequest() throws Exception {
        var key = ready();
        var signed = key.sign(REQUEST);

        assertEquals(new Decoded.Valid<>(REQUEST), signed.decode());
        assertTrue(verifies(key.publicKey(), signed));
        var other = new MeterRequest.Cancel(new SerialNumber(1042), new DeviceId(3), 18);
        assertFalse(
                verifies(key.publicKey(), new DeviceSigned(other.canonical(), signed.signature())));
    }

    @Test
    void staysTheSameFromStartToStart() throws Exception {
        var publicKey = ready().publicKey();

        assertEquals(publicKey, ready().publicKey());
        assertTrue(verifies(publicKey, ready().sign(REQUEST)));
    }

    @Test
    void isAnotherInEveryFolder() {
        assertNotEquals(
                ready().publicKey(),
                ready(folder.resolveSibling(folder.getFileName() + "2")).publicKey());
    }

    @Test
    void isForTheOwnersEyesOnly() throws Exception {
        ready();
        for (String name : List.of("device.p12", "device.password")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve(name))));
        }
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing is left beside");
        }
    }

    @Test
    void isUnreadableWithoutItsPasswordOrWithAnother() throws Exception {
        ready();
        Path password = folder.resolve("device.password");
        byte[] right = Files.readAllBytes(password);

        Files.delete(password);
        assertUnreadable();
        Files.writeString(password, "not the password");
        assertUnreadable();
        Files.write(password, right);
        ready();
    }

    @Test
    void isUnreadableWhereAByteIsChangedOrMissing() throws Exception {
        ready();
        Path file = folder.resolve("device.p12");
        byte[] right = Files.readAllBytes(file);
        for (int at = 0; at < right.length; at += 97) {
            byte[] wrong = right.clone();
            wrong[at] ^= 0x40;
            Files.write(file, wrong);
            assertUnreadable();
        }
        Files.write(file, Arrays.copyOf(right, right.length / 2));
        assertUnreadable();
    }

    @Test
    void survivesAStartThatEndedBetweenItsTwoFiles() throws Exception {
        ready();
        Files.delete(folder.resolve("device.p12"));
        Files.writeString(folder.resolve("device.p12.new"), "half of a file");

        assertTrue(verifies(ready().publicKey(), ready().sign(REQUEST)));
    }

    @Test
    void cannotBeMadeWhereNothingCanBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThrows(UncheckedIOException.class, () -> DeviceKey.open(file, new SecureRandom()));
    }

    @Test
    void neverPrints() {
        assertEquals("the key of this device", ready().toString());
    }

    private DeviceKey ready() {
        return ready(folder);
    }

    private static DeviceKey ready(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return assertInstanceOf(
                        DeviceKey.Opened.Ready.class, DeviceKey.open(folder, new SecureRandom()))
                .key();
    }

    private void assertUnreadable() {
        var unreadable =
                assertInstanceOf(
                        DeviceKey.Opened.Unreadable.class,
                        DeviceKey.open(folder, new SecureRandom()));
        assertTrue(unreadable.whatToDo().contains("backup"));
    }

    private static boolean verifies(Bytes publicKey, DeviceSigned signed) throws Exception {
        var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(
                KeyFactory.getInstance("EC")
                        .generatePublic(new X509EncodedKeySpec(publicKey.toArray())));
        verifier.update(signed.request().toArray());
        return verifier.verify(signed.signature().toArray());
    }
}
