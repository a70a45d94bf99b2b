package org.franklin.datacenter.keymanagement;

import org.franklin.box.SecureBox;
import org.franklin.box.authentication.Policy;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.manufacturing.Trust;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The boxes of an installation inside this process, from their sealed seeds and their journals:
/// all of them, or those that have no process of their own.
///
/// Boxes inside this process protect against the administrators of the database, not against code
/// in it.
public final class EmbeddedBoxes implements AutoCloseable {

    private final Map<BoxKind, OpenBox> boxes;
    private final Trust trust;

    /// The boxes as everyone else sees them.
    public record Walls(
            SecureBox authentication, SecureBox transaction, SecureBox meter, SecureBox steel) {}

    private EmbeddedBoxes(Map<BoxKind, OpenBox> boxes, Trust trust) {
        this.boxes = boxes;
        this.trust = trust;
    }

    /// Opens all boxes, or throws and says which file is missing or unreadable.
    public static EmbeddedBoxes open(
            InstallationFolder folder, Policy policy, InstantSource clock, SecureRandom random)
            throws IOException {
        return open(
                EnumSet.allOf(BoxKind.class), new OpenBox.Opening(folder, policy, clock, random));
    }

    /// Opens these boxes and no others.
    public static EmbeddedBoxes open(Set<BoxKind> kinds, OpenBox.Opening with) throws IOException {
        var open = new EnumMap<BoxKind, OpenBox>(BoxKind.class);
        try {
            for (BoxKind kind : kinds) {
                open.put(kind, OpenBox.open(kind, with));
            }
            return new EmbeddedBoxes(open, trust(with));
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
        return boxes.values().stream()
                .flatMap(box ->
                        box.fault().map(fault -> box.kind().word() + " box: " + fault).stream())
                .toList();
    }

    @Override
    public void close() {
        boxes.values().forEach(OpenBox::close);
    }

    /// An installation that is older than the file of it has all boxes' seeds here.
    private static Trust trust(OpenBox.Opening with) throws IOException {
        var kept = TrustFile.read(with.folder());
        if (kept.isPresent()) {
            return kept.get();
        }
        var seeds = with.seeds();
        var meter = OpenBox.seed(seeds.meter());
        var authentication = OpenBox.seed(seeds.authentication());
        var trust =
                new Trust(
                        meter.root(),
                        List.of(
                                meter.receiptCertificate(),
                                OpenBox.seed(seeds.transaction()).certificate(),
                                authentication.certificate(),
                                authentication.credentialsCertificate()),
                        BoxKey.CREDENTIALS.number());
        TrustFile.write(with.folder(), trust);
        return trust;
    }
}
