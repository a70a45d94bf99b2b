package org.franklin.datacenter.keymanagement.process;

import org.franklin.datacenter.keymanagement.line.BoxServer;
import org.franklin.datacenter.keymanagement.line.Line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A port that only the function server gets through, by its certificate.
final class TlsDoor implements BoxServer.Door {

    private final MutualTls tls;
    private final ServerSocket listening;

    private TlsDoor(MutualTls tls, ServerSocket listening) {
        this.tls = tls;
        this.listening = listening;
    }

    /// Port 0 is any free one.
    static TlsDoor open(BoxAddress.Tls address, MutualTls tls) throws IOException {
        var listening = new ServerSocket();
        try {
            listening.bind(new InetSocketAddress(address.host(), address.port()));
            return new TlsDoor(tls, listening);
        } catch (IOException e) {
            listening.close();
            throw new IOException(address + " cannot be listened on: " + e.getMessage(), e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public BoxServer.Knock next() throws IOException {
        var connection = listening.accept();
        return new BoxServer.Knock() {
            @Override
            public Line admit() throws IOException {
                return Line.over(tls.accept(connection), connection);
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /// A line to a port.
    static Line dial(BoxAddress.Tls address, MutualTls tls) throws IOException {
        var connection = new Socket();
        try {
            return Line.over(tls.connect(address.host(), address.port(), connection), connection);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
