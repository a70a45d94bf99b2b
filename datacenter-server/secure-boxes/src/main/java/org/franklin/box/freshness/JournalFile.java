package org.franklin.box.freshness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The disk as the journal needs it; a simulator puts a failing one in its place.
public interface JournalFile extends AutoCloseable {

    long size() throws IOException;

    /// Reads as many bytes as there are, at most `length`, from `offset` on.
    byte[] read(long offset, int length) throws IOException;

    void append(byte[] bytes) throws IOException;

    /// Returns when all that was appended survives a power cut.
    void force() throws IOException;

    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;

    /// Opens a file that must be there: a box that has lost its memory must not begin a new one.
    static JournalFile open(Path path) throws IOException {
        return new OnDisk(
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /// A real file.
    final class OnDisk implements JournalFile {

        private final FileChannel channel;

        private OnDisk(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public byte[] read(long offset, int length) throws IOException {
            var buffer = ByteBuffer.allocate(Math.clamp(size() - offset, 0, length));
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new IOException("the journal became shorter while it was read");
                }
            }
            return buffer.array();
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            var buffer = ByteBuffer.wrap(bytes);
            long end = channel.size();
            while (buffer.hasRemaining()) {
                channel.write(buffer, end + buffer.position());
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
