package org.franklin.datacenter.keymanagement;

import org.franklin.box.SecureBox;
import org.franklin.box.authentication.Policy;
import org.franklin.box.certificate.Trust;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.key.SecretBytes;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The boxes of an installation inside this process, from their sealed seeds and their journals:
/// all of them, or those that have no process of their own.
///
/// Boxes inside this process protect against the administrators of the database, not against code
/// in it.
public final class EmbeddedBoxes implements AutoCloseable {

    private final Map<BoxKind, OpenBox> boxes;
    private final CheckedRandom random;
    private final Trust trust;

    /// The boxes as everyone else sees them.
    public record Walls(
            SecureBox authentication, SecureBox transaction, SecureBox meter, SecureBox steel) {}

    private EmbeddedBoxes(Map<BoxKind, OpenBox> boxes, CheckedRandom random, Trust trust) {
        this.boxes = boxes;
        this.random = random;
        this.trust = trust;
    }

    /// Opens all boxes, or throws and says which file is missing or unreadable. The seal key stays
    /// the caller's to wipe.
    public static EmbeddedBoxes open(
            InstallationFolder folder,
            SecretBytes sealKey,
            Policy policy,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        return open(
                EnumSet.allOf(BoxKind.class),
                new OpenBox.Opening(folder, sealKey, policy, clock, CheckedRandom.over(random)));
    }

    /// Opens these boxes and no others.
    public static EmbeddedBoxes open(Set<BoxKind> kinds, OpenBox.Opening with) throws IOException {
        var open = new EnumMap<BoxKind, OpenBox>(BoxKind.class);
        try {
            for (BoxKind kind : kinds) {
                open.put(kind, OpenBox.open(kind, with));
            }
            return new EmbeddedBoxes(open, with.random(), TrustFile.read(with.folder()));
        } catch (IOException | RuntimeException e) {
            open.values().forEach(OpenBox::close);
            throw e;
        }
    }

    /// All boxes; throws unless all were opened here.
    public Walls walls() {
        return new Walls(
                wall(BoxKind.AUTHENTICATION),
                wall(BoxKind.TRANSACTION),
                wall(BoxKind.METER),
                wall(BoxKind.STEEL));
    }

    /// One of the boxes that were opened here.
    public SecureBox wall(BoxKind kind) {
        return Optional.ofNullable(boxes.get(kind)).orElseThrow().wall();
    }

    /// What anyone may know of all boxes, wherever they are.
    public Trust trust() {
        return trust;
    }

    /// Why boxes serve nobody, a sentence for each.
    public List<String> faults() {
        return Stream.concat(
                        boxes.values().stream()
                                .flatMap(box ->
                                        box
                                                .fault()
                                                .map(fault -> box.kind().word() + " box: " + fault)
                                                .stream()),
                        random.fault().map(fault -> "all boxes: " + fault).stream())
                .toList();
    }

    /// Wipes the keys of all boxes, and closes their memories.
    @Override
    public void close() {
        boxes.values().forEach(OpenBox::close);
    }
}
