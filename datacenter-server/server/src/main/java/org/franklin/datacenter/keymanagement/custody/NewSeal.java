package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Choice;
import org.franklin.box.custody.Terms;
import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.custody.Choosing.Chosen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Which custody somebody wants, and where its new secret comes from; an empty path asks.
record NewSeal(SealKind kind, String custodians, Path library, String label, Secret secret) {

    private static final Pattern CUSTODIANS =
            Pattern.compile("(\\d{1,2})\\s*(?:of|/)\\s*(\\d{1,2})");

    /// The shortest passphrase, in characters: what NIST SP 800-63B asks of one that stands alone.
    private static final int SHORTEST = 15;

    /// Gives the new secret of a prompt.
    interface Secret {
        SecretFile.Read ask(String prompt) throws IOException;
    }

    Chosen choose() throws IOException {
        return switch (kind) {
            case FILE -> new Chosen.As(new Choice.InFile());
            case SHARES -> shares();
            case PASSPHRASE ->
                    switch (secret.ask("New passphrase")) {
                        case SecretFile.Read.None(var sentence) -> new Chosen.NotChosen(sentence);
                        case SecretFile.Read.Secret(var passphrase) -> passphrase(passphrase);
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

    private static Chosen passphrase(SecretBytes passphrase) {
        if (length(passphrase) >= SHORTEST) {
            return new Chosen.As(new Choice.ByPassphrase(passphrase));
        }
        passphrase.close();
        return new Chosen.NotChosen(
                "A passphrase has at least "
                        + SHORTEST
                        + " characters: some words that do not belong together are good.");
    }

    /// Of UTF-8, in characters.
    private static int length(SecretBytes passphrase) {
        return passphrase.use(typed -> {
            int characters = 0;
            for (byte each : typed) {
                characters += (each & 0xC0) == 0x80 ? 0 : 1;
            }
            return characters;
        });
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

    /// A new secret: from the file where one is given. A person is asked twice, so that nobody
    /// locks the boxes with a slip.
    static SecretFile.Read fresh(Path file, String prompt) throws IOException {
        if (!file.toString().isEmpty()) {
            return SecretFile.line(file);
        }
        var keyboard = Keyboard.standard();
        var first = keyboard.line(prompt);
        if (first.isEmpty()) {
            return new SecretFile.Read.None("Nothing was given for: " + prompt + ".");
        }
        if (!keyboard.isPerson()) {
            return new SecretFile.Read.Secret(first.get());
        }
        var second = keyboard.line("Once more");
        boolean same = second.filter(first.get()::equals).isPresent();
        second.ifPresent(SecretBytes::close);
        if (same) {
            return new SecretFile.Read.Secret(first.get());
        }
        first.get().close();
        return new SecretFile.Read.None(
                "The two are not the same. Nothing was changed; try again.");
    }
}
