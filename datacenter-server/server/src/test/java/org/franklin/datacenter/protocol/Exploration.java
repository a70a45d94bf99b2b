package org.franklin.datacenter.protocol;

import org.franklin.datacenter.protocol.Moves.Next;
import org.franklin.datacenter.protocol.Situation.Phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Visits every situation that can come about, breadth first, and checks each.
///
/// I1: no counter is ever bound to two requests. I2: no request has two indicia. I3: the debits are
/// what was issued, and the books hold. I4: no alarm without an act of an administrator. I5: while
/// nothing goes wrong any more, every request comes to its answer; and, whatever was done, nobody
/// is charged who cannot get the reply. I6: an attack gives nothing that was not paid for: with I1
/// to I3, what was issued is what was debited, once.
final class Exploration {

    /// How it ended: without a fault, or with the first fault and what led there.
    record Report(long states, int steps, Optional<String> fault) {}

    private final StepTree tree;
    private final Moves moves;
    private final Map<Situation, Integer> numbers = new HashMap<>();
    private final List<Situation> situations = new ArrayList<>();
    private final IntList cameFrom = new IntList();
    private final IntList smoothFrom = new IntList();
    private final IntList smoothTo = new IntList();

    private Exploration(StepTree tree, Moves moves) {
        this.tree = tree;
        this.moves = moves;
    }

    /// `tree` holds what the devices ask, and of which suite the boxes are.
    static Report of(StepTree tree, int crashes, Variation variation, Accident accident) {
        var exploration = new Exploration(tree, new Moves(tree, variation, accident));
        int acts = accident == Accident.NONE ? 0 : 1;
        var fault = exploration.run(Situation.first(tree.places(), crashes, acts));
        return new Report(exploration.situations.size(), tree.size(), fault);
    }

    private Optional<String> run(Situation first) {
        number(first, 0);
        for (int at = 0; at < situations.size(); at++) {
            for (Next next : moves.from(situations.get(at))) {
                var to = next.to().ordered();
                var fault = fault(to);
                if (fault.isPresent()) {
                    return Optional.of(fault.get() + story(at) + "; " + next.what());
                }
                int number = number(to, at);
                if (next.smooth()) {
                    smoothFrom.add(at);
                    smoothTo.add(number);
                }
            }
        }
        return stuck();
    }

    private int number(Situation situation, int from) {
        Integer known = numbers.putIfAbsent(situation, situations.size());
        if (known != null) {
            return known;
        }
        situations.add(situation);
        cameFrom.add(from);
        return situations.size() - 1;
    }

    private Optional<String> fault(Situation at) {
        var wrong = tree.node(at.box()).wrong();
        if (wrong.isPresent()) {
            return wrong;
        }
        boolean rings =
                at.has(Situation.ALARM) || at.has(Situation.LATCHED) || at.has(Situation.STOPPED);
        if (rings && !at.has(Situation.TAMPERED)) {
            return Optional.of("I4: an alarm, and nobody did anything");
        }
        return isForked(at)
                ? Optional.of("I1: a step left the box that its chain does not have")
                : Optional.empty();
    }

    /// Whatever left the box must lie on the one path of its chain.
    private boolean isForked(Situation at) {
        boolean on = tree.isOnPath(at.box(), at.database());
        for (int place = 0; place < tree.places(); place++) {
            on &=
                    isOn(at, at.row(place))
                            && isOn(at, at.got(place))
                            && isOn(at, at.sentBack(place));
        }
        for (int handler = 0; handler < Situation.HANDLERS; handler++) {
            on &= at.phase(handler) != Phase.REPLY || isOn(at, at.node(handler));
        }
        return !on;
    }

    private boolean isOn(Situation at, int node) {
        return node == 0 || tree.isOnPath(at.box(), node);
    }

    /// A situation from which no smooth way leads to all answers, if there is one.
    private Optional<String> stuck() {
        int count = situations.size();
        int[] starts = new int[count + 1];
        for (int i = 0; i < smoothTo.size(); i++) {
            starts[smoothTo.get(i) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] back = new int[smoothTo.size()];
        for (int i = 0; i < smoothTo.size(); i++) {
            back[next[smoothTo.get(i)]++] = smoothFrom.get(i);
        }
        var fine = new BitSet(count);
        var queue = new IntList();
        for (int i = 0; i < count; i++) {
            if (isAnswered(situations.get(i))) {
                fine.set(i);
                queue.add(i);
            }
        }
        for (int i = 0; i < queue.size(); i++) {
            int to = queue.get(i);
            for (int edge = starts[to]; edge < starts[to + 1]; edge++) {
                if (!fine.get(back[edge])) {
                    fine.set(back[edge]);
                    queue.add(back[edge]);
                }
            }
        }
        int stuck = fine.nextClearBit(0);
        return stuck < count
                ? Optional.of("I5: a request never comes to its answer" + story(stuck))
                : Optional.empty();
    }

    /// Every request has its answer; at a locked meter, every one that was charged.
    private boolean isAnswered(Situation at) {
        boolean locked = at.has(Situation.LATCHED) || at.has(Situation.STOPPED);
        for (int place = 0; place < tree.places(); place++) {
            boolean owed = !locked || tree.onPath(at.box(), place) >= 0;
            if (owed && at.got(place) == 0) {
                return false;
            }
        }
        return true;
    }

    private String story(int last) {
        var lines = new ArrayList<String>();
        for (int at = last; at != 0; at = cameFrom.get(at)) {
            var to = situations.get(at);
            lines.add(
                    moves.from(situations.get(cameFrom.get(at))).stream()
                            .filter(next -> next.to().ordered().equals(to))
                            .map(Next::what)
                            .findFirst()
                            .orElse("?"));
        }
        return ": " + String.join("; ", lines.reversed());
    }

    /// Numbers without a box for each.
    private static final class IntList {
        private int[] content = new int[1024];
        private int size;

        void add(int value) {
            if (size == content.length) {
                content = Arrays.copyOf(content, 2 * size);
            }
            content[size++] = value;
        }

        int get(int at) {
            return content[at];
        }

        int size() {
            return size;
        }
    }
}
