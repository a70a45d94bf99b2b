package org.franklin.datacenter.keymanagement.heap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The live objects of a process at one moment, searched for secrets and for who holds them.
final class HeapDump {

    /// So many steps outwards are enough, or the chain ends without a holder that counts.
    private static final int DEEPEST = 12;

    /// The types from the array in which a secret stands outwards, each held by the next.
    record Chain(String secret, List<String> types) {

        private Chain heldBy(String type) {
            var longer = new ArrayList<>(types);
            longer.add(type);
            return new Chain(secret, List.copyOf(longer));
        }

        String end() {
            return types.isEmpty() ? "nobody" : types.getLast();
        }
    }

    private final Hprof heap;

    HeapDump(Path file) throws IOException {
        heap = new Hprof(file);
    }

    /// All that stand anywhere in the whole file, whatever they stand in.
    Set<String> found(Needles needles) {
        return needles.in(heap.bytes());
    }

    /// Who holds the arrays in which secrets stand, up to the first that `counts` or that nobody
    /// holds.
    Set<Chain> holders(Needles needles, Predicate<String> counts) {
        var ended = new HashSet<Chain>();
        var held = arrays(needles);
        for (int step = 0; step < DEEPEST && !held.isEmpty(); step++) {
            held = outwards(held, counts, ended);
        }
        held.values().forEach(ended::addAll);
        return ended;
    }

    private Map<Long, Set<Chain>> arrays(Needles needles) {
        var found = new HashMap<Long, Set<Chain>>();
        heap.walk(
                new Hprof.Visitor() {
                    @Override
                    public void array(long id, int from, int to) {
                        for (String secret : needles.in(heap.bytes(), from, to)) {
                            found.computeIfAbsent(id, _ -> new HashSet<>())
                                    .add(new Chain(secret, List.of()));
                        }
                    }
                });
        return found;
    }

    /// One step from held objects to their holders.
    private Map<Long, Set<Chain>> outwards(
            Map<Long, Set<Chain>> held, Predicate<String> counts, Set<Chain> ended) {
        var next = new HashMap<Long, Set<Chain>>();
        var unheld = new HashSet<>(held.keySet());
        heap.walk(
                new Hprof.Visitor() {
                    @Override
                    public void references(long holder, String type, List<Long> ids) {
                        for (long id : ids) {
                            if (held.containsKey(id)) {
                                unheld.remove(id);
                                var longer = longer(held.get(id), type);
                                (counts.test(type) ? ended : at(next, holder)).addAll(longer);
                            }
                        }
                    }
                });
        unheld.forEach(id -> ended.addAll(held.get(id)));
        return next;
    }

    private static Set<Chain> at(Map<Long, Set<Chain>> next, long holder) {
        return next.computeIfAbsent(holder, _ -> new HashSet<>());
    }

    private static List<Chain> longer(Set<Chain> chains, String type) {
        return chains.stream().map(chain -> chain.heldBy(type)).toList();
    }
}
