package org.franklin.datacenter.communication.jetty;

import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.IO;
import org.franklin.datacenter.keymanagement.OwnSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Serves on a Unix-domain socket, for callers on this machine whom the file system lets in: the
/// socket's file belongs to its owner alone.
///
/// Jetty's connector does all but open, bind and accept: it takes every channel for one with a
/// port.
final class UnixSocketConnector extends ServerConnector {

    private static final Logger LOG = LoggerFactory.getLogger(UnixSocketConnector.class);

    private final Path socket;
    private volatile @Nullable ServerSocketChannel listening;

    UnixSocketConnector(Server server, Path socket, ConnectionFactory... factories) {
        super(server, 1, 1, factories);
        this.socket = socket;
    }

    @Override
    public void open() throws IOException {
        removeStale();
        listening = OwnSocket.listen(socket, getAcceptQueueSize());
    }

    @Override
    public void accept(int acceptor) throws IOException {
        var channel = listening;
        if (channel != null && channel.isOpen()) {
            SocketChannel accepted = channel.accept();
            accepted.configureBlocking(false);
            getSelectorManager().accept(accepted);
        }
    }

    @Override
    public boolean isOpen() {
        var channel = listening;
        return channel != null && channel.isOpen();
    }

    @Override
    public @Nullable Object getTransport() {
        return listening;
    }

    @Override
    public void close() {
        super.close();
        IO.close(listening);
        try {
            removeStale();
        } catch (IOException e) {
            LOG.warn("the Unix-domain socket's name stays behind", e);
        }
    }

    /// A socket whose process is gone is only a name in the way; anything else is not ours to
    /// remove.
    private void removeStale() throws IOException {
        if (Files.exists(socket, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(socket, LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(socket, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(socket);
        }
    }
}
