package org.franklin.datacenter.function.ceremony;

import org.franklin.box.keeper.KeeperFile;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Keepers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/// Makes a keeper's own files.
public final class KeeperFiles {

    private KeeperFiles() {}

    /// Where the half lies that others may have.
    public static Path publicHalf(Path secret) {
        return KeeperFile.publicHalf(secret);
    }

    /// Draws a key and writes both halves of it; a sentence that says why not, otherwise.
    public static Optional<String> make(String name, Path file, SecureRandom random)
            throws IOException {
        if (!Keepers.isName(name)) {
            return Optional.of(
                    "A keeper's name has 1 to 40 letters, digits, spaces, points and dashes.");
        }
        for (Path half : new Path[] {file, publicHalf(file)}) {
            if (Files.exists(half)) {
                return Optional.of(half + " is there already. Choose another file.");
            }
        }
        try (var key = KeeperKey.draw(name, random)) {
            KeeperFile.create(file, key);
        }
        return Optional.empty();
    }
}
