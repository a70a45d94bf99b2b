package org.franklin.box.custody;

import java.util.List;

/// What came of putting a seal key into custody.
public sealed interface Making {

    /// Custody as it is to be written, and the shares of all custodians, which exist nowhere else:
    /// none unless custodians keep the key.
    record Made(Custody custody, List<Share> shares) implements Making {
        public Made {
            shares = List.copyOf(shares);
        }
    }

    record Refused(NotOpened why) implements Making {}
}
