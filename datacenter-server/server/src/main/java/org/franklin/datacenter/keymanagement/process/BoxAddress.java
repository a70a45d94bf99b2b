package org.franklin.datacenter.keymanagement.process;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Where a box process listens.
public sealed interface BoxAddress {

    /// A Unix-domain socket, as `socket:PATH`. Relative paths start at the installation's folder.
    record Socket(Path path) implements BoxAddress {
        @Override
        public String toString() {
            return SOCKET + path;
        }
    }

    /// TLS on another machine, or on this one, as `tls:HOST:PORT`.
    record Tls(String host, int port) implements BoxAddress {

        private static final Pattern FORM = Pattern.compile("\\[?([A-Za-z0-9.:-]{1,253})]?:(\\d+)");
        private static final int HIGHEST_PORT = 65_535;

        public Tls {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("a port is 0 to " + HIGHEST_PORT);
            }
        }

        /// Reads `HOST:PORT`; an IPv6 address stands in brackets.
        public static Tls of(String text) {
            var form = FORM.matcher(text);
            if (!form.matches() || form.group(2).length() > 5) {
                throw new IllegalArgumentException("\"" + text + "\" is not of the form HOST:PORT");
            }
            return new Tls(form.group(1), Integer.parseInt(form.group(2)));
        }

        @Override
        public String toString() {
            return TLS + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    String SOCKET = "socket:";
    String TLS = "tls:";

    /// Reads either form; throws and says what is wrong.
    static BoxAddress of(String text) {
        if (text.startsWith(SOCKET) && text.length() > SOCKET.length()) {
            return new Socket(Path.of(text.substring(SOCKET.length())));
        }
        if (text.startsWith(TLS)) {
            return Tls.of(text.substring(TLS.length()));
        }
        throw new IllegalArgumentException(
                "a box is at socket:PATH or tls:HOST:PORT, and \"" + text + "\" is neither");
    }
}
