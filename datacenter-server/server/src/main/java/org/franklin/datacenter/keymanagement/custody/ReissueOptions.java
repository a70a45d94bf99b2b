package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Terms;
import org.franklin.datacenter.keymanagement.prompt.Prompt;
import org.franklin.datacenter.keymanagement.prompt.SecretFile;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The options of `custodians reissue` that say who is to open the boxes from now on.
final class ReissueOptions {

    private static final Path NONE = Path.of("");

    @Option(
            names = "--seal",
            paramLabel = "file|passphrase|shares|token",
            description = "What opens the boxes from now on (default: what does now).")
    private Optional<SealKind> kind = Optional.empty();

    @Option(
            names = "--custodians",
            paramLabel = "KofN",
            description = "How many of how many custodians open, as 3of5 (default: as now).")
    private String custodians = "";

    @Mixin private TokenOptions token = new TokenOptions();

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "The new passphrase, on the first line of a file, instead of asking.")
    private Path newPassphraseFile = NONE;

    @Option(
            names = "--new-pin-file",
            paramLabel = "FILE",
            description = "The PIN of the new token, on the first line of a file.")
    private Path newPinFile = NONE;

    /// What no option says stays as the present terms have it.
    Choosing.Chosen choose(Terms present) throws IOException {
        if (present instanceof Terms.InFile && kind.isEmpty() && custodians.isEmpty()) {
            return new Choosing.Chosen.NotChosen(
                    "The boxes open with a file. Say with --seal what is to open them from now on:"
                            + " passphrase, shares or token.");
        }
        var chosen = kind.orElseGet(() -> custodians.isEmpty() ? kind(present) : SealKind.SHARES);
        var how = custodians;
        if (how.isEmpty() && present instanceof Terms.ByShares shares) {
            how = shares.needed() + "of" + shares.custodians();
        }
        var same =
                present instanceof Terms.OnToken now && token.areNotGiven()
                        ? Optional.of(now)
                        : Optional.<Terms.OnToken>empty();
        return new NewSeal(
                        chosen,
                        how,
                        same.map(now -> Path.of(now.library())).orElseGet(token::library),
                        same.map(Terms.OnToken::label).orElseGet(token::label),
                        prompt -> secret(chosen, prompt))
                .choose();
    }

    private SecretFile.Read secret(SealKind chosen, String prompt) throws IOException {
        return chosen == SealKind.TOKEN
                ? Prompt.known(newPinFile, prompt)
                : Prompt.newPassphrase(newPassphraseFile, prompt);
    }

    private static SealKind kind(Terms terms) {
        return switch (terms) {
            case Terms.InFile _ -> SealKind.FILE;
            case Terms.ByPassphrase _ -> SealKind.PASSPHRASE;
            case Terms.ByShares _ -> SealKind.SHARES;
            case Terms.OnToken _ -> SealKind.TOKEN;
        };
    }
}
