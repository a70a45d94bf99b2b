package org.franklin.datacenter.keymanagement.process;

import org.franklin.box.file.OwnFolder;
import org.franklin.box.file.OwnerMode;
import org.franklin.datacenter.keymanagement.OwnSocket;
import org.franklin.datacenter.keymanagement.line.BoxServer;
import org.franklin.datacenter.keymanagement.line.Line;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// A Unix-domain socket that its owner alone can reach, in a folder that its owner alone can enter:
/// who may talk to the box is for the file system to say.
///
/// A lock beside the socket (`PATH.lock`) belongs to the one process that listens there, so that
/// the name of a dead one is removed, and that of a living one never.
final class UnixDoor implements BoxServer.Door {

    private final Path socket;
    private final FileChannel lock;
    private final ServerSocketChannel listening;

    private UnixDoor(Path socket, FileChannel lock, ServerSocketChannel listening) {
        this.socket = socket;
        this.lock = lock;
        this.listening = listening;
    }

    /// Throws and says what to do where somebody listens there already, where others may enter the
    /// folder, or where the name is that of a file.
    static UnixDoor open(Path socket) throws IOException {
        Path folder = Objects.requireNonNull(socket.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            OwnFolder.create(folder);
        }
        requirePrivate(folder);
        var lock = lock(socket);
        try {
            removeStale(socket);
            return new UnixDoor(socket, lock, bind(socket));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static ServerSocketChannel bind(Path socket) throws IOException {
        try {
            return OwnSocket.listen(socket, 0);
        } catch (IOException e) {
            throw new IOException(socket + " cannot be listened on: " + e.getMessage(), e);
        }
    }

    private static void requirePrivate(Path folder) throws IOException {
        if (OwnerMode.FOLDER.isExceededBy(folder)) {
            throw new IOException(
                    folder
                            + " lets others in. A box's socket belongs in a folder of its owner"
                            + " alone, such as the installation's run/ (mode 700).");
        }
    }

    /// The lock's file stays: who deletes a lock's file lets two others each lock one of its name.
    private static FileChannel lock(Path socket) throws IOException {
        Path file = socket.resolveSibling(socket.getFileName() + ".lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            OwnerMode.FILE.set(file);
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: refused like any other.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException(socket + " is served by another process. End that one first.");
    }

    private static void removeStale(Path socket) throws IOException {
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isRegularFile(socket, LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(socket, LinkOption.NOFOLLOW_LINKS)
                || Files.isSymbolicLink(socket)) {
            throw new IOException(socket + " is there already, and is no socket.");
        }
        if (isAnswered(socket)) {
            throw new IOException(socket + " is served by another program. Choose another path.");
        }
        Files.delete(socket);
    }

    private static boolean isAnswered(Path socket) {
        try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public BoxServer.Knock next() throws IOException {
        var channel = listening.accept();
        return new BoxServer.Knock() {
            @Override
            public Line admit() {
                return Line.over(channel);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        try (lock;
                listening) {
            Files.deleteIfExists(socket);
        }
    }

    /// A line to a socket.
    static Line dial(Path socket) throws IOException {
        try {
            return Line.over(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        } catch (IOException e) {
            throw new IOException("nobody listens there (" + e.getMessage() + ")", e);
        }
    }
}
