package org.franklin.datacenter.keymanagement;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;

import javax.security.auth.x500.X500Principal;

/// One end of the lines between function server and box processes. Each end has a certificate of
/// the data center's CA under its own name, good for this one purpose: no box can play another box
/// or the function server, nor can the server that apps talk to.
public sealed interface TlsEnd {

    record FunctionServer() implements TlsEnd {
        @Override
        public String name() {
            return "function server";
        }
    }

    record Box(BoxKind kind) implements TlsEnd {
        @Override
        public String name() {
            return kind.word() + " box";
        }
    }

    /// As people call it.
    String name();

    /// The name in its certificate.
    default X500Principal subject() {
        return new X500Principal("CN=Franklin " + name());
    }

    /// Boxes wait for connections, and the function server makes them.
    default boolean isServer() {
        return this instanceof Box;
    }

    /// Where key and certificate lie in the folder `tls`.
    default String file() {
        return name().replace(' ', '-').toLowerCase(Locale.ROOT) + ".pem";
    }

    /// Its identity from an installation, made or renewed where that is due and the CA's key there.
    default TlsIdentity identity(
            InstallationFolder folder, InstantSource clock, SecureRandom random)
            throws IOException {
        return new TlsFolder(folder.tls(), clock, random).identity(this);
    }
}
