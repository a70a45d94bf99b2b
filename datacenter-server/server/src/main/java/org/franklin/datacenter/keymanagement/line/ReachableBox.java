package org.franklin.datacenter.keymanagement.line;

import org.franklin.box.SecureBox;

/// A box that may be away: its process ended, or is not started yet.
public interface ReachableBox extends SecureBox {

    /// Whether a call would reach it now. Does not wait for its start.
    boolean isThere();
}
