package org.franklin.datacenter.keymanagement.custody;

import org.franklin.datacenter.keymanagement.prompt.Prompt;
import org.franklin.datacenter.keymanagement.prompt.SecretFile;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/// The options of `init` that say who is to open the boxes.
public final class FirstSealOptions implements Choosing {

    private static final Path NONE = Path.of("");

    @Option(
            names = "--seal",
            paramLabel = "file|passphrase|shares|token",
            description =
                    "What opens the boxes at every start: a file that lies beside them (the"
                            + " default; for demos), a passphrase, the shares of custodians, or a"
                            + " PKCS#11 token.")
    private SealKind kind = SealKind.FILE;

    @Option(
            names = "--custodians",
            paramLabel = "KofN",
            description = "With --seal shares: how many of how many custodians open, as 3of5.")
    private String custodians = "";

    @Mixin private TokenOptions token = new TokenOptions();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "The new passphrase, on the first line of a file, instead of asking.")
    private Path passphraseFile = NONE;

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description = "The token's PIN, on the first line of a file, instead of asking.")
    private Path pinFile = NONE;

    @Override
    public Chosen choose() throws IOException {
        return new NewSeal(kind, custodians, token.library(), token.label(), this::secret).choose();
    }

    private SecretFile.Read secret(String prompt) throws IOException {
        return kind == SealKind.TOKEN
                ? Prompt.known(pinFile, prompt)
                : Prompt.newPassphrase(passphraseFile, prompt);
    }
}
