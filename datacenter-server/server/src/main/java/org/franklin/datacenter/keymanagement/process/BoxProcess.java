package org.franklin.datacenter.keymanagement.process;

import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.OpenBox;
import org.franklin.datacenter.keymanagement.TlsEnd;
import org.franklin.datacenter.keymanagement.line.BoxServer;

import java.io.IOException;
import java.io.UncheckedIOException;

/// One box of an installation, served to the function server from this process.
public final class BoxProcess implements AutoCloseable {

    private final OpenBox box;
    private final BoxServer server;
    private final BoxAddress address;

    private BoxProcess(OpenBox box, BoxServer server, BoxAddress address) {
        this.box = box;
        this.server = server;
        this.address = address;
    }

    /// The door, and where it really is.
    private record Hung(BoxServer.Door door, BoxAddress address) {}

    /// Opens the box and then its door: whoever gets through finds the box at work. Throws and says
    /// what is missing or in use.
    public static BoxProcess open(BoxKind kind, BoxAddress address, OpenBox.Opening with)
            throws IOException {
        var box = OpenBox.open(kind, with);
        try {
            var hung = hang(kind, address, with);
            var offer = new BoxServer.Offer(kind, box.wall(), box::fault);
            var server = new BoxServer(offer, hung.door);
            server.start();
            return new BoxProcess(box, server, hung.address);
        } catch (IOException | RuntimeException e) {
            box.close();
            throw e;
        }
    }

    private static Hung hang(BoxKind kind, BoxAddress address, OpenBox.Opening with)
            throws IOException {
        return switch (address) {
            case BoxAddress.Socket(var path) -> {
                var socket = PlacedBoxes.absolute(with.folder(), path);
                yield new Hung(UnixDoor.open(socket), new BoxAddress.Socket(socket));
            }
            case BoxAddress.Tls at -> {
                var mine =
                        new TlsEnd.Box(kind).identity(with.folder(), with.clock(), with.random());
                var door = TlsDoor.open(at, new MutualTls(mine, new TlsEnd.FunctionServer()));
                yield new Hung(door, new BoxAddress.Tls(at.host(), door.port()));
            }
        };
    }

    /// Where it listens.
    public BoxAddress address() {
        return address;
    }

    /// Answers what is under way, within seconds, takes nothing new, and closes the box.
    @Override
    public void close() {
        try (box) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
