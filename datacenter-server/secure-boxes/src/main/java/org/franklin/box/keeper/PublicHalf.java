package org.franklin.box.keeper;

import org.franklin.box.file.OwnFile;
import org.franklin.box.keeper.KeeperFile.Read;
import org.franklin.box.keeper.KeeperText.Label;
import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.nio.file.Path;

/// What others may have of a keeper, in a file beside her secret one: `FILE.pub`.
public final class PublicHalf {

    private PublicHalf() {}

    public static Path beside(Path secret) {
        return secret.resolveSibling(secret.getFileName() + ".pub");
    }

    static void create(Path secret, KeeperKey key) throws IOException {
        var keeper = key.keeper();
        byte[] half = keeper.publicKey().toArray();
        OwnFile.create(beside(secret), KeeperText.of(Label.PUBLIC, keeper.name(), half));
    }

    public static Read<Keeper> read(Path file) throws IOException {
        return switch (KeeperText.read(file, "a keeper's public half")) {
            case Read.Refused<KeeperText>(var sentence) -> KeeperFile.refused(sentence);
            case Read.Of<KeeperText>(var text) -> {
                try (text) {
                    yield text.label() == Label.PUBLIC
                            ? new Read.Of<>(new Keeper(text.name(), text.content().use(Bytes::of)))
                            : KeeperFile.refused(file + " is not a keeper's public half.");
                }
            }
        };
    }
}
