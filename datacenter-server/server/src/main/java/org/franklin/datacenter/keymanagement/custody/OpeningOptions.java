package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Presented;
import org.franklin.box.custody.Terms;
import org.franklin.datacenter.keymanagement.prompt.Keyboard;
import org.franklin.datacenter.keymanagement.prompt.Prompt;
import org.franklin.datacenter.keymanagement.prompt.SecretFile;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The options of every command that opens boxes: files with what opens them. What no file gives is
/// asked for.
public final class OpeningOptions implements Secrets {

    private static final Path NONE = Path.of("");

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description =
                    "The passphrase that opens the boxes, on the first line of a file. Without it,"
                            + " it is asked for, or read from standard input.")
    private Path passphraseFile = NONE;

    @Option(
            names = "--share-file",
            paramLabel = "FILE",
            description =
                    "The words of one custodian's share, in a file; repeated for each custodian who"
                            + " is present. Without it, they are asked for.")
    private List<Path> shareFiles = List.of();

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description =
                    "The PIN of the token that opens the boxes, on the first line of a file."
                            + " Without it, it is asked for.")
    private Path pinFile = NONE;

    @Override
    public Given ask(Terms terms) throws IOException {
        var unfit = unfit(terms);
        if (unfit.isPresent()) {
            return new Given.NotGiven(
                    unfit.get()
                            + " was given, but the boxes of this installation are opened by "
                            + Sentences.opener(terms)
                            + ".");
        }
        return switch (terms) {
            case Terms.InFile _ -> new Given.What(new Presented.Nothing());
            case Terms.ByPassphrase _ ->
                    switch (Prompt.known(passphraseFile, "Passphrase of the boxes")) {
                        case SecretFile.Read.None(var sentence) -> new Given.NotGiven(sentence);
                        case SecretFile.Read.Secret(var passphrase) ->
                                new Given.What(new Presented.Passphrase(passphrase));
                    };
            case Terms.OnToken token ->
                    switch (Prompt.known(pinFile, "PIN of token \"" + token.label() + "\"")) {
                        case SecretFile.Read.None(var sentence) -> new Given.NotGiven(sentence);
                        case SecretFile.Read.Secret(var pin) ->
                                new Given.What(new Presented.Pin(pin));
                    };
            case Terms.ByShares shares ->
                    new ShareReader(shares, Keyboard::standard).read(shareFiles);
        };
    }

    /// The first option that was given and is of no use under these terms.
    private Optional<String> unfit(Terms terms) {
        if (!passphraseFile.equals(NONE) && !(terms instanceof Terms.ByPassphrase)) {
            return Optional.of("--passphrase-file");
        }
        if (!shareFiles.isEmpty() && !(terms instanceof Terms.ByShares)) {
            return Optional.of("--share-file");
        }
        return !pinFile.equals(NONE) && !(terms instanceof Terms.OnToken)
                ? Optional.of("--pin-file")
                : Optional.empty();
    }
}
