package org.franklin.datacenter.keymanagement.line;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Bytes in both directions. One thread may read while another one writes, and a third one closes:
/// then both throw.
public interface Line extends Closeable {

    /// Waits for at least one byte, and puts at most as many as fit; -1 at the end.
    int read(ByteBuffer into) throws IOException;

    /// Writes all of them.
    void write(ByteBuffer bytes) throws IOException;

    /// A buffer of the kind that this line is quickest with.
    ByteBuffer buffer(int bytes);

    /// Over a Unix-domain socket.
    static Line over(SocketChannel channel) {
        return new Line() {
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
        };
    }

    /// Over TLS, whose handshake is done, on a connection: that one is closed, since closing TLS
    /// waits for whoever writes.
    static Line over(Socket tls, Socket connection) throws IOException {
        var in = tls.getInputStream();
        var out = tls.getOutputStream();
        return new Line() {
            @Override
            public int read(ByteBuffer into) throws IOException {
                int read =
                        in.read(
                                into.array(),
                                into.arrayOffset() + into.position(),
                                into.remaining());
                if (read > 0) {
                    into.position(into.position() + read);
                }
                return read;
            }

            @Override
            public void write(ByteBuffer bytes) throws IOException {
                out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
                out.flush();
            }

            @Override
            public ByteBuffer buffer(int bytes) {
                return ByteBuffer.allocate(bytes);
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}
