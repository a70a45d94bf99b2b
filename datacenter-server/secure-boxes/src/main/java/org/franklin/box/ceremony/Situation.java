package org.franklin.box.ceremony;

import org.franklin.box.freshness.Slot;
import org.franklin.box.keeper.Keepers;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.util.Optional;

/// What a ceremony is judged by: whose box this is, where its audit chain ends, why it serves
/// nobody, and what it remembers of the subject. `broken` where its journal takes nothing;
/// `tokenKeys` where its records hold token keys that the Post's verifiers need.
public record Situation(
        Bytes cluster,
        String box,
        Keepers keepers,
        Hash head,
        Optional<String> stopped,
        Optional<String> broken,
        Optional<Slot> slot,
        boolean tokenKeys) {}
