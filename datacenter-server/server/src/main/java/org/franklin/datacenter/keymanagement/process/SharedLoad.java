package org.franklin.datacenter.keymanagement.process;

import org.franklin.box.SecureBox;
import org.franklin.datacenter.keymanagement.line.ReachableBox;
import org.franklin.model.canonical.Bytes;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Several boxes of one seed that keep nothing between two calls: any of them answers any call, and
/// one that is away is passed over.
final class SharedLoad implements SecureBox {

    private final List<? extends ReachableBox> boxes;
    private final AtomicInteger turns = new AtomicInteger();

    SharedLoad(List<? extends ReachableBox> boxes) {
        this.boxes = List.copyOf(boxes);
    }

    @Override
    public Bytes call(Bytes request) {
        return next().call(request);
    }

    /// The next box in turn, or the next one behind it that is there. A call is never sent to a
    /// second box after a first one may have had it.
    private ReachableBox next() {
        int turn = turns.getAndIncrement();
        for (int i = 0; i < boxes.size(); i++) {
            var box = boxes.get(Math.floorMod(turn + i, boxes.size()));
            if (box.isThere()) {
                return box;
            }
        }
        return boxes.get(Math.floorMod(turn, boxes.size()));
    }
}
