package org.franklin.datacenter.function.records;

/// A box answered what it was not asked: a fault of this program.
public final class OtherAnswer extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public OtherAnswer(String box) {
        super("the " + box + " answered another question");
    }
}
