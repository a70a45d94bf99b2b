package org.franklin.datacenter.keymanagement.keeper;

import org.franklin.box.keeper.KeeperFile;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Signer;
import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.prompt.Prompt;
import org.franklin.datacenter.keymanagement.prompt.SecretFile;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/// The options of whoever signs as a keeper. Her passphrase is asked for where no file gives it.
public final class KeeperOptions implements Signer {

    private static final Path NONE = Path.of("");

    @Option(names = "--keeper", required = true, paramLabel = "FILE", description = "Your own key.")
    private Path file = NONE;

    @Option(
            names = "--keeper-passphrase-file",
            paramLabel = "FILE",
            description =
                    "The passphrase of your own key, on the first line of a file. Without it, it is"
                            + " asked for, or read from standard input.")
    private Path passphraseFile = NONE;

    Path file() {
        return file;
    }

    @Override
    public KeeperFile.Read<KeeperKey> key() throws IOException {
        return KeeperFile.secret(file, this::passphrase);
    }

    private KeeperFile.Read<SecretBytes> passphrase(String keeper) throws IOException {
        return switch (Prompt.known(passphraseFile, "Passphrase of " + keeper)) {
            case SecretFile.Read.None(var sentence) -> new KeeperFile.Read.Refused<>(sentence);
            case SecretFile.Read.Secret(var passphrase) -> new KeeperFile.Read.Of<>(passphrase);
        };
    }
}
