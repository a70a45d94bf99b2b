package org.franklin.datacenter.keymanagement.process;

import org.franklin.box.SecureBox;
import org.franklin.box.certificate.Trust;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes.Walls;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.OpenBox;
import org.franklin.datacenter.keymanagement.TlsEnd;
import org.franklin.datacenter.keymanagement.line.RemoteBox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All boxes of an installation, in this process or in others: from here on nobody can tell.
public final class PlacedBoxes implements AutoCloseable {

    private final EmbeddedBoxes here;
    private final Map<BoxKind, List<RemoteBox>> elsewhere;

    private PlacedBoxes(EmbeddedBoxes here, Map<BoxKind, List<RemoteBox>> elsewhere) {
        this.here = here;
        this.elsewhere = elsewhere;
    }

    /// Opens the seeds and journals of the boxes that are here, and no others. Processes of other
    /// boxes need not run yet.
    public static PlacedBoxes open(
            BoxPlaces places, RemoteBox.Patience patience, OpenBox.Opening with)
            throws IOException {
        var elsewhere = new EnumMap<BoxKind, List<RemoteBox>>(BoxKind.class);
        for (BoxKind kind : places.elsewhere().keySet()) {
            var boxes = new ArrayList<RemoteBox>();
            for (BoxAddress address : places.addresses(kind)) {
                boxes.add(
                        new RemoteBox(
                                kind, address.toString(), dial(kind, address, with), patience));
            }
            elsewhere.put(kind, boxes);
        }
        return new PlacedBoxes(EmbeddedBoxes.open(places.here(), with), elsewhere);
    }

    private static RemoteBox.Dial dial(BoxKind kind, BoxAddress address, OpenBox.Opening with)
            throws IOException {
        return switch (address) {
            case BoxAddress.Socket(var path) -> {
                var socket = absolute(with.folder(), path);
                yield () -> UnixDoor.dial(socket);
            }
            case BoxAddress.Tls at -> {
                var mine =
                        new TlsEnd.FunctionServer()
                                .identity(with.folder(), with.clock(), with.random());
                var tls = new MutualTls(mine, new TlsEnd.Box(kind));
                yield () -> TlsDoor.dial(at, tls);
            }
        };
    }

    static Path absolute(InstallationFolder folder, Path path) {
        return folder.root().resolve(path);
    }

    public Walls walls() {
        return new Walls(
                wall(BoxKind.AUTHENTICATION),
                wall(BoxKind.TRANSACTION),
                wall(BoxKind.METER),
                wall(BoxKind.STEEL));
    }

    private SecureBox wall(BoxKind kind) {
        var remote = Optional.ofNullable(elsewhere.get(kind));
        if (remote.isEmpty()) {
            return here.wall(kind);
        }
        var boxes = remote.get();
        if (boxes.size() == 1) {
            return boxes.getFirst();
        }
        return kind == BoxKind.AUTHENTICATION
                ? new SharedAuthentication(boxes)
                : new SharedLoad(boxes);
    }

    public Trust trust() {
        return here.trust();
    }

    /// Why boxes serve nobody, a sentence for each; asks those in other processes.
    public List<String> faults() {
        var faults = new ArrayList<>(here.faults());
        elsewhere.values().stream()
                .flatMap(List::stream)
                .flatMap(box -> box.fault().stream())
                .forEach(faults::add);
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        elsewhere.values().stream().flatMap(List::stream).forEach(RemoteBox::close);
        here.close();
    }
}
