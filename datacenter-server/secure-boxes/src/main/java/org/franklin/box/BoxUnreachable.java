package org.franklin.box;

/// A box that is not in this process gave no answer. What was asked may be done, or not, or be done
/// only later: only the box knows, and asking the same again brings it to light.
public final class BoxUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Says what happened. There is no stack trace, since thousands of these come at once when a
    /// box process ends, and all from the same place.
    public BoxUnreachable(String what) {
        super(what, null, false, false);
    }
}
