package org.franklin.box.freshness.disk;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;

/// A real file, through two descriptors so that no read waits for a write.
///
/// No channel: a channel closes when a thread that uses it is interrupted, and one impatient caller
/// would put the whole box out of service.
final class FolderFile implements BoxFile {

    private final RandomAccessFile reader;
    private final RandomAccessFile writer;

    FolderFile(File file) throws IOException {
        reader = new RandomAccessFile(file, "r");
        try {
            writer = new RandomAccessFile(file, "rw");
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public long size() throws IOException {
        return reader.length();
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
        synchronized (reader) {
            reader.seek(offset);
            byte[] bytes = new byte[length];
            int done = 0;
            int more = 0;
            while (done < length && more >= 0) {
                more = reader.read(bytes, done, length - done);
                done += Math.max(more, 0);
            }
            return done == length ? bytes : Arrays.copyOf(bytes, done);
        }
    }

    @Override
    public void write(long offset, byte[] bytes) throws IOException {
        synchronized (writer) {
            writer.seek(offset);
            writer.write(bytes);
        }
    }

    @Override
    public void force() throws IOException {
        writer.getFD().sync();
    }

    @Override
    public void truncate(long size) throws IOException {
        synchronized (writer) {
            writer.setLength(size);
        }
    }

    @Override
    public void close() throws IOException {
        try (reader;
                writer) {
            // Each is closed, also where the other one fails to.
        }
    }
}
