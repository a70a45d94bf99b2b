package org.franklin.box.keeper;

import java.io.IOException;
import java.nio.file.Path;

/// A keeper who is about to sign. Her key is asked for once it is sure that it is needed, since she
/// may have to type a passphrase; whoever asked closes it.
public interface Signer {

    KeeperFile.Read<KeeperKey> key() throws IOException;

    /// One whose key lies plainly in her file: nobody is asked.
    static Signer plain(Path file) {
        return () -> KeeperFile.secret(file, KeeperFile.Asking.nobody());
    }
}
