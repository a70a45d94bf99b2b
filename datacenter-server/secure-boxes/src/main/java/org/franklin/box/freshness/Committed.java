package org.franklin.box.freshness;

import java.util.Collections;
import java.util.List;

/// What became of one step that was offered to the log.
public sealed interface Committed {

    /// It is durable: its record and reply may leave the box.
    record Won() implements Committed {}

    /// Another step took its place; nothing of this one ever happened.
    record Lost() implements Committed {}

    /// The disk failed: whether the step is durable is not known, and nothing may leave the box.
    record Unknown(String reason) implements Committed {

        public static List<Committed> ofAll(int count, String reason) {
            return Collections.nCopies(count, new Unknown(reason));
        }
    }
}
