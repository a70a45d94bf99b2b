package org.franklin.datacenter.keymanagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

class TlsFolderTest {

    private static final Instant MADE = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path folder;

    private Instant now = MADE;
    private TlsFolder tls;

    @BeforeEach
    void create() throws IOException {
        tls = new TlsFolder(folder, () -> now, new SecureRandom());
        tls.create("0011aabb");
    }

    @Test
    void makesAnAuthorityForTwentyYears() throws Exception {
        var authority = tls.authority();

        assertEquals(
                "CN=Franklin data center CA 0011aabb",
                authority.getSubjectX500Principal().getName());
        authority.verify(authority.getPublicKey());
        authority.checkValidity(Date.from(MADE.plus(Duration.ofDays(20 * 365))));
        assertEquals(0, authority.getBasicConstraints());
    }

    @Test
    void neverMakesASecondAuthority() {
        assertThrows(FileAlreadyExistsException.class, () -> tls.create("0011aabb"));
    }

    @Test
    void certifiesThisMachineAndTheNamesAskedFor() throws Exception {
        var identity = tls.identity(List.of("post.example.org", "2001:db8::7"));

        identity.certificate().verify(tls.authority().getPublicKey());
        var names =
                identity.certificate().getSubjectAlternativeNames().stream()
                        .map(entry -> entry.get(1).toString())
                        .sorted()
                        .toList();
        assertEquals(
                List.of(
                        "0:0:0:0:0:0:0:1",
                        "127.0.0.1",
                        "2001:db8:0:0:0:0:0:7",
                        "localhost",
                        "post.example.org"),
                names);
        assertEquals(-1, identity.certificate().getBasicConstraints());
        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), identity.certificate().getExtendedKeyUsage());
    }

    @Test
    void keepsTheServersKeyFromStartToStart() throws Exception {
        var first = tls.identity(List.of());
        now = MADE.plus(Duration.ofDays(300));

        var second = tls.identity(List.of());

        assertEquals(first.certificate(), second.certificate());
        assertTrue(fits(second));
    }

    @Test
    void renewsTheServersCertificateBeforeItEnds() throws Exception {
        var first = tls.identity(List.of());
        now = MADE.plus(Duration.ofDays(336));

        var second = tls.identity(List.of());

        assertNotEquals(first.certificate(), second.certificate());
        assertEquals(first.authority(), second.authority());
        second.certificate().checkValidity(Date.from(now.plus(Duration.ofDays(364))));
        assertTrue(fits(second));
    }

    @Test
    void renewsTheServersCertificateForOtherNames() throws Exception {
        var first = tls.identity(List.of());

        var second = tls.identity(List.of("post.example.org"));

        assertNotEquals(first.certificate(), second.certificate());
        assertEquals(second.certificate(), tls.identity(List.of("post.example.org")).certificate());
    }

    @Test
    void saysWhichFileIsDamaged() throws Exception {
        tls.identity(List.of());
        Files.writeString(folder.resolve("server.pem"), "-----BEGIN NOTHING-----\n");

        var damaged = assertThrows(IOException.class, () -> tls.identity(List.of()));

        assertTrue(String.valueOf(damaged.getMessage()).contains("server.pem"));
    }

    private static boolean fits(TlsIdentity identity) throws Exception {
        byte[] data = {1, 2, 3};
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(identity.key());
        signer.update(data);
        byte[] signature = signer.sign();
        signer.initVerify(identity.certificate());
        signer.update(data);
        return signer.verify(signature);
    }
}
