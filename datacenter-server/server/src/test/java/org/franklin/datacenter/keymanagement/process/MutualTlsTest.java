package org.franklin.datacenter.keymanagement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxUnreachable;
import org.franklin.datacenter.TestCenter;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.ServerCertificate;
import org.franklin.datacenter.keymanagement.TestIdentity;
import org.franklin.datacenter.keymanagement.TlsEnd;
import org.franklin.datacenter.keymanagement.TlsIdentity;
import org.franklin.datacenter.keymanagement.line.BoxServer;
import org.franklin.datacenter.keymanagement.line.RemoteBox;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLSocket;

/// A box behind TLS on this machine, and everybody who is not let in.
class MutualTlsTest {

    private static final Bytes ASKED = Bytes.ofHex("0203");
    private static final TlsEnd METER = new TlsEnd.Box(BoxKind.METER);
    private static final TlsEnd STEEL = new TlsEnd.Box(BoxKind.STEEL);
    private static final TlsEnd FUNCTIONS = new TlsEnd.FunctionServer();
    private static final RemoteBox.Patience QUICK =
            new RemoteBox.Patience(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(5));

    @TempDir Path dir;

    private final AtomicInteger calls = new AtomicInteger();
    private InstallationFolder folder = new InstallationFolder(Path.of(""));

    @BeforeEach
    void makeTheAuthority() throws IOException {
        folder = TestIdentity.authority(dir.resolve("ours"));
    }

    @Test
    void theFunctionServerTalksToTheBox() throws Exception {
        try (var served = serve(identity(METER));
                var box = remote(served, identity(FUNCTIONS))) {
            assertEquals(ASKED, box.call(ASKED));
            assertEquals(Optional.empty(), box.fault());
        }
    }

    @Test
    void anotherBoxIsNotTakenForThisOne() throws Exception {
        try (var served = serve(identity(STEEL));
                var box = remote(served, identity(FUNCTIONS))) {
            var refused = assertThrows(BoxUnreachable.class, () -> box.call(ASKED));

            assertTrue(
                    said(refused).contains("CN=Franklin steel box is there, and not the meter box"),
                    said(refused));
        }
        assertEquals(0, calls.get());
    }

    @Test
    void theServerThatAppsTalkToIsNoBox() throws Exception {
        var apps =
                ServerCertificate.of(folder, List.of(), Clock.systemUTC(), new SecureRandom())
                        .identity();
        try (var served = serve(apps);
                var box = remote(served, identity(FUNCTIONS))) {
            assertThrows(BoxUnreachable.class, () -> box.call(ASKED));
        }
    }

    @Test
    void aBoxOfAnotherInstallationIsRefused() throws Exception {
        var theirs = TestIdentity.authority(dir.resolve("theirs"));
        try (var served = serve(identity(METER, theirs));
                var box = remote(served, identity(FUNCTIONS))) {
            assertThrows(BoxUnreachable.class, () -> box.call(ASKED));
        }
    }

    @Test
    void aBoxDoesNotServeAnotherBox() throws Exception {
        refuses(identity(STEEL));
        refuses(identity(METER));
    }

    @Test
    void aBoxDoesNotServeTheServerThatAppsTalkTo() throws Exception {
        refuses(
                ServerCertificate.of(folder, List.of(), Clock.systemUTC(), new SecureRandom())
                        .identity());
    }

    @Test
    void aBoxDoesNotServeTheFunctionServerOfAnotherInstallation() throws Exception {
        var theirs = identity(FUNCTIONS, TestIdentity.authority(dir.resolve("theirs")));
        // It believes our authority, and so gets as far as to show what it is.
        refuses(new TlsIdentity(theirs.key(), theirs.certificate(), identity(METER).authority()));
    }

    @Test
    void aBoxDoesNotServeWhoShowsNoCertificate() throws Exception {
        try (var served = serve(identity(METER))) {
            var context = TestCenter.trust(dir.resolve("ours/tls/ca.pem"));
            try (var socket =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(
                                            InetAddress.getLoopbackAddress(), served.port())) {
                assertThrows(
                        IOException.class,
                        () -> {
                            socket.startHandshake();
                            socket.getOutputStream().write(new byte[32]);
                            if (socket.getInputStream().read() < 0) {
                                throw new IOException("it hung up");
                            }
                        });
            }
        }
        assertEquals(0, calls.get());
    }

    @Test
    void aBoxSpeaksNothingOlderThanTls13() throws Exception {
        try (var served = serve(identity(METER))) {
            var context = TestCenter.trust(dir.resolve("ours/tls/ca.pem"));
            try (var socket =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(
                                            InetAddress.getLoopbackAddress(), served.port())) {
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                assertThrows(IOException.class, socket::startHandshake);
            }
        }
    }

    @Test
    void whoDoesNotSpeakTlsHarmsNobody() throws Exception {
        try (var served = serve(identity(METER));
                var box = remote(served, identity(FUNCTIONS))) {
            for (int i = 0; i < 20; i++) {
                try (var socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
                    socket.getOutputStream()
                            .write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            assertEquals(ASKED, box.call(ASKED));
        }
    }

    @Test
    void aMachineWithoutTheAuthoritysKeyUsesTheIdentityThatItWasGiven() throws Exception {
        var made = identity(METER);
        Files.delete(dir.resolve("ours/tls/ca-key.pem"));

        assertEquals(made.certificate(), identity(METER).certificate());
        var missing = assertThrows(IOException.class, () -> identity(STEEL));
        assertTrue(String.valueOf(missing.getMessage()).contains("Make it where the CA's key is"));
    }

    /// Somebody who trusts the box, and whom the box does not trust.
    private void refuses(TlsIdentity somebody) throws Exception {
        try (var served = serve(identity(METER));
                var box = remote(served, somebody)) {
            assertThrows(BoxUnreachable.class, () -> box.call(ASKED));
        }
        assertEquals(0, calls.get());
    }

    private record Served(BoxServer server, int port) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private Served serve(TlsIdentity mine) throws IOException {
        var door = TlsDoor.open(new BoxAddress.Tls("127.0.0.1", 0), new MutualTls(mine, FUNCTIONS));
        var server =
                new BoxServer(
                        new BoxServer.Offer(
                                BoxKind.METER,
                                request -> {
                                    calls.incrementAndGet();
                                    return request;
                                },
                                Optional::empty),
                        door);
        server.start();
        return new Served(server, door.port());
    }

    private static RemoteBox remote(Served served, TlsIdentity mine) {
        var address = new BoxAddress.Tls("127.0.0.1", served.port());
        var tls = new MutualTls(mine, METER);
        return new RemoteBox(
                BoxKind.METER, address.toString(), () -> TlsDoor.dial(address, tls), QUICK);
    }

    private TlsIdentity identity(TlsEnd end) throws IOException {
        return identity(end, folder);
    }

    private static TlsIdentity identity(TlsEnd end, InstallationFolder from) throws IOException {
        return end.identity(from, Clock.systemUTC(), new SecureRandom());
    }

    private static String said(BoxUnreachable lost) {
        return String.valueOf(lost.getMessage());
    }
}
