package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Choice;
import org.franklin.box.custody.Terms;
import org.franklin.datacenter.keymanagement.custody.Choosing.Chosen;
import org.franklin.datacenter.keymanagement.prompt.SecretFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Which custody somebody wants, and where its new secret comes from; an empty path asks.
record NewSeal(SealKind kind, String custodians, Path library, String label, Secret secret) {

    private static final Pattern CUSTODIANS =
            Pattern.compile("(\\d{1,2})\\s*(?:of|/)\\s*(\\d{1,2})");

    /// Gives the new secret of a prompt.
    interface Secret {
        SecretFile.Read ask(String prompt) throws IOException;
    }

    Chosen choose() throws IOException {
        return switch (kind) {
            case FILE -> new Chosen.As(new Choice.InFile());
            case SHARES -> shares();
            case PASSPHRASE ->
                    switch (secret.ask("New passphrase of the boxes")) {
                        case SecretFile.Read.None(var sentence) -> new Chosen.NotChosen(sentence);
                        case SecretFile.Read.Secret(var passphrase) ->
                                new Chosen.As(new Choice.ByPassphrase(passphrase));
                    };
            case TOKEN -> token();
        };
    }

    private Chosen shares() {
        var form = CUSTODIANS.matcher(custodians);
        if (form.matches()) {
            int needed = Integer.parseInt(form.group(1));
            int all = Integer.parseInt(form.group(2));
            if (Terms.ByShares.fit(needed, all)) {
                return new Chosen.As(new Choice.ByShares(needed, all));
            }
        }
        return new Chosen.NotChosen(
                "Say with --custodians how many of how many open the boxes, as 3of5: at least "
                        + Terms.ByShares.FEWEST_NEEDED
                        + ", of at most "
                        + Terms.ByShares.MOST_CUSTODIANS
                        + ".");
    }

    private Chosen token() throws IOException {
        if (library.toString().isEmpty() || label.isEmpty()) {
            return new Chosen.NotChosen(
                    "Say with --token-library PATH and --token-label LABEL which token it is.");
        }
        return switch (secret.ask("PIN of token \"" + label + "\"")) {
            case SecretFile.Read.None(var sentence) -> new Chosen.NotChosen(sentence);
            case SecretFile.Read.Secret(var pin) ->
                    new Chosen.As(
                            new Choice.OnToken(
                                    library.toAbsolutePath().normalize().toString(), label, pin));
        };
    }
}
