package org.franklin.box;

/// Something with keys in it. Closing wipes them, as far as a runtime can; once more does nothing.
public interface Wipeable extends AutoCloseable {

    @Override
    void close();
}
