package org.franklin.datacenter.keymanagement.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A line over a Unix-domain socket.
record SocketLine(SocketChannel channel) implements Line {

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
