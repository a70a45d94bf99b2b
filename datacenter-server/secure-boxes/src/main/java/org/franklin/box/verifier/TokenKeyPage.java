package org.franklin.box.verifier;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.time.Instant;
import java.util.List;

/// Some meters' token keys of the Post, sealed to a verifier, as the meter box signs them: of which
/// installation, by which ceremony (the hash of its statement) and when. `place` is that of the
/// first among all `meters` of the box, so that whoever has all pages knows it.
public record TokenKeyPage(
        Bytes cluster,
        Verifier verifier,
        Hash ceremony,
        Instant time,
        int place,
        int meters,
        List<SealedTokenKey> keys) {

    public TokenKeyPage {
        keys = List.copyOf(keys);
        if (place < 0 || keys.isEmpty() || keys.size() > meters - place) {
            throw new IllegalArgumentException("a page lies within the box's meters");
        }
    }

    /// Where the next page begins, which is the number of meters after the last one.
    public int next() {
        return place + keys.size();
    }

    public boolean isLast() {
        return next() == meters;
    }

    /// Whether the other page is of the same export as this one.
    boolean belongsWith(TokenKeyPage other) {
        return cluster.equals(other.cluster)
                && verifier.equals(other.verifier)
                && ceremony.equals(other.ceremony)
                && meters == other.meters;
    }
}
