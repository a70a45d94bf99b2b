package org.franklin.datacenter.keymanagement.line;

import java.io.IOException;

/// The other side sent what is no frame, or none that belongs here. The connection ends.
final class FrameFault extends IOException {

    private static final long serialVersionUID = 1;

    FrameFault(String what) {
        super(what);
    }
}
