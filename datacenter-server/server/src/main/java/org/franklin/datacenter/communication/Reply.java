package org.franklin.datacenter.communication;

import org.franklin.model.wire.ProblemType;

/// An HTTP answer before it meets HTTP. Only the Jetty adapter turns it into bytes.
public sealed interface Reply {

    record Answer(int status, Record body) implements Reply {}

    /// Done, and nothing to say.
    record Empty() implements Reply {}

    /// A no; `detail` is a sentence fit to show that says what to do.
    record Refused(ProblemType type, int status, String detail) implements Reply {}

    static Reply ok(Record body) {
        return new Answer(200, body);
    }

    static Reply created(Record body) {
        return new Answer(201, body);
    }

    static Reply refused(ProblemType type, String detail) {
        return new Refused(type, type.status(), detail);
    }
}
