package org.franklin.datacenter.keymanagement.line;

import org.franklin.model.canonical.Bytes;

/// What crosses between function server and box process, in either direction: the length of what
/// follows (4 bytes), the kind (1), the number of the call (8), the body.
///
/// Many calls share a connection, and their answers come in any order: an answer has its call's
/// number.
record Frame(Kind kind, long call, Bytes body) {

    /// Kind and number of the call.
    static final int HEAD = 9;

    enum Kind {
        /// Once, from either side, before all else: the form's name and version, and the box's.
        HELLO(1),
        /// Bytes for the box.
        CALL(2),
        /// Bytes from the box.
        ANSWER(3),
        /// The box broke over the call; its own log says how.
        FAILED(4),
        /// Does the box serve?
        ASK_HEALTH(5),
        /// Why it does not, in UTF-8; empty where it does.
        HEALTH(6),
        /// Why this side ends the connection, in UTF-8.
        BYE(7);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }
    }

    int length() {
        return HEAD + body.length();
    }
}
