package org.franklin.datacenter.crash;

import java.io.IOException;

/// The way into one process of the data center.
interface Door {

    /// The answer; throws where the process is gone before it has come.
    Answer ask(Question question) throws IOException;
}
