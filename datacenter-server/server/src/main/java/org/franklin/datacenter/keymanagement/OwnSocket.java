package org.franklin.datacenter.keymanagement;

import org.franklin.box.file.OwnerMode;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;

/// A Unix-domain socket that its owner alone can reach, where the file system has modes.
public final class OwnSocket {

    private OwnSocket() {}

    /// Listens at a name that must be free, and lets so many wait.
    public static ServerSocketChannel listen(Path socket, int waiting) throws IOException {
        var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listening.bind(UnixDomainSocketAddress.of(socket), waiting);
            OwnerMode.FILE.set(socket);
            return listening;
        } catch (IOException | RuntimeException e) {
            listening.close();
            throw e;
        }
    }
}
