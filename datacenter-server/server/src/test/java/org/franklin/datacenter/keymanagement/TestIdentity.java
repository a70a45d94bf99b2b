package org.franklin.datacenter.keymanagement;

import org.franklin.box.file.OwnFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/// A server's identity under a fresh CA.
public final class TestIdentity {

    private TestIdentity() {}

    public static TlsIdentity in(Path folder) throws IOException {
        var tls = new TlsFolder(folder, InstantSource.system(), new SecureRandom());
        tls.create("test");
        return tls.identity(List.of());
    }

    /// A folder of an installation that has nothing but a fresh CA.
    public static InstallationFolder authority(Path root) throws IOException {
        var folder = new InstallationFolder(root);
        OwnFolder.create(root);
        OwnFolder.create(folder.tls());
        new TlsFolder(folder.tls(), InstantSource.system(), new SecureRandom()).create("test");
        return folder;
    }
}
