package org.franklin.client.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A TCP wire between app and data center: requests go through; answers are lost while it is told
/// to lose them, and the connection with them.
public final class LosingWire implements AutoCloseable {

    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int target;
    private volatile boolean losing;

    LosingWire(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// From now on every answer is lost, on connections that are open and on new ones.
    public void loseAnswers() {
        losing = true;
    }

    public void heal() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        losing = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            acceptOne();
        }
    }

    private void acceptOne() {
        try {
            join(listening.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            // The wire was closed, or the data center is gone: the app sees a dead connection.
            Thread.onSpinWait();
        }
    }

    private void join(Socket app, Socket dataCenter) throws IOException {
        open.add(app);
        open.add(dataCenter);
        InputStream asked = app.getInputStream();
        OutputStream answers = app.getOutputStream();
        InputStream answered = dataCenter.getInputStream();
        OutputStream asks = dataCenter.getOutputStream();
        Thread.ofVirtual().start(() -> pump(asked, asks, false, dataCenter));
        Thread.ofVirtual().start(() -> pump(answered, answers, true, app));
    }

    private void pump(InputStream from, OutputStream to, boolean areAnswers, Socket end) {
        byte[] buffer = new byte[16 * 1024];
        try (end) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                if (!(areAnswers && losing)) {
                    to.write(buffer, 0, read);
                    to.flush();
                }
            }
        } catch (IOException e) {
            // One side hung up; closing the other tells it.
            open.remove(end);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        heal();
    }
}
