package org.franklin.datacenter.communication.jetty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// HTTP by hand, for what no client would send.
record Wire(Socket socket) implements AutoCloseable {

    static Wire tls(TestServer server) throws IOException {
        return new Wire(server.trust().getSocketFactory().createSocket("127.0.0.1", server.port()));
    }

    static Wire clear(TestServer server) throws IOException {
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), server.port()));
    }

    Wire {
        try {
            socket.setSoTimeout(10_000);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /// All until the other side closes, or breaks.
    String readAll() {
        var all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            in.transferTo(all);
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("still open: " + all.toString(StandardCharsets.UTF_8), e);
        } catch (IOException e) {
            return all.toString(StandardCharsets.UTF_8);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /// Sends byte after byte until the other side has had enough; fails if it never has.
    void trickle(String text, long pauseMillis) throws InterruptedException {
        for (int sent = 0; sent < 400; sent++) {
            try {
                send(text.substring(sent % text.length(), sent % text.length() + 1));
            } catch (IOException e) {
                return;
            }
            Thread.sleep(pauseMillis);
        }
        throw new AssertionError("nobody closed the connection");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
