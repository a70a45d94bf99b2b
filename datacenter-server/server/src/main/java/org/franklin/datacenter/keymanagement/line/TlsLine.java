package org.franklin.datacenter.keymanagement.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;

/// A line over TLS, whose handshake is done, on a connection: that one is closed, since closing TLS
/// waits for whoever writes.
final class TlsLine implements Line {

    private final InputStream in;
    private final OutputStream out;
    private final Socket connection;

    TlsLine(Socket tls, Socket connection) throws IOException {
        this.in = tls.getInputStream();
        this.out = tls.getOutputStream();
        this.connection = connection;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
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
}
