package org.franklin.datacenter.communication.jetty;

import java.nio.file.Path;

/// Where the communication server listens: `host` and `port` for TLS, where port 0 is any free one,
/// and a Unix-domain socket.
public record Listening(String host, int port, UnixSocket unixSocket) {

    public static final int HIGHEST_PORT = 65_535;

    public Listening {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a port is 0 to " + HIGHEST_PORT);
        }
    }

    /// Whether and where to listen on a Unix-domain socket.
    public sealed interface UnixSocket {

        record None() implements UnixSocket {}

        /// If it is `optional`, a machine that cannot open it serves without it.
        record At(Path path, boolean optional) implements UnixSocket {}
    }
}
