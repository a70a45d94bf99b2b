package org.franklin.datacenter.drill;

import org.franklin.datacenter.drill.attack.Answer;
import org.franklin.datacenter.drill.attack.Drill;
import org.franklin.datacenter.drill.ground.Books;
import org.franklin.datacenter.drill.healing.Healing;

/// What came of one drill. `extra` is the postage that the attack gained, in mills, measured from
/// the symbols that the mailers hold; negative where postage was lost.
public record Finding(
        Drill drill, Answer answer, long extra, Books before, Books after, Healing healing) {

    /// Whether it was answered as promised. Where only detection is promised, postage may be
    /// gained; it is said, and not called nothing.
    public boolean asPromised() {
        boolean detected = answer instanceof Answer.DetectedBy;
        return drill.promised().isInstance(answer)
                && !(healing instanceof Healing.Failed)
                && before.balance()
                && after.balance()
                && (detected ? extra > 0 : extra == 0);
    }
}
