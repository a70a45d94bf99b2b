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
        return new SocketLine(channel);
    }

    /// Over TLS, whose handshake is done, on a connection.
    static Line over(Socket tls, Socket connection) throws IOException {
        return new TlsLine(tls, connection);
    }
}
