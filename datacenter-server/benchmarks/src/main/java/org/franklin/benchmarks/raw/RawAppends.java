package org.franklin.benchmarks.raw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Appends of 4 KiB to a file, each with an fsync of its own.
public final class RawAppends implements AutoCloseable {

    private final FileChannel file;
    private final ByteBuffer block = ByteBuffer.allocateDirect(4096);

    public RawAppends(Path folder) throws IOException {
        file =
                FileChannel.open(
                        folder.resolve("appends"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
    }

    /// How long each took, in milliseconds.
    public double[] some(int count) throws IOException {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            long from = System.nanoTime();
            file.write(block.rewind(), file.size());
            file.force(false);
            millis[i] = (System.nanoTime() - from) / 1e6;
        }
        return millis;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
