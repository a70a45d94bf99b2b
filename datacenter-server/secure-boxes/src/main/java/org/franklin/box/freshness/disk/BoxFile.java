package org.franklin.box.freshness.disk;

import java.io.IOException;

/// One file of a box's memory, read and written by position. Reads may run beside a write.
public interface BoxFile extends AutoCloseable {

    long size() throws IOException;

    /// Reads as many bytes as there are, at most `length`, from `offset` on.
    byte[] read(long offset, int length) throws IOException;

    /// Writes all of the bytes at an offset; behind the end of the file it makes the file longer,
    /// with zeros between.
    void write(long offset, byte[] bytes) throws IOException;

    /// Returns when all that was written survives a power cut. After a failure nothing is known of
    /// what was written, and a second call knows no better.
    void force() throws IOException;

    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;
}
