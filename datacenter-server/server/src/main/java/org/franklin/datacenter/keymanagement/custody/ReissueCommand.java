package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Custody;
import org.franklin.box.custody.Terms;
import org.franklin.datacenter.keymanagement.FolderLock;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.prompt.Prompt;
import org.franklin.datacenter.keymanagement.prompt.SecretFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;

/// The command `custodians reissue`.
@Command(
        name = "reissue",
        header = "Changes who opens the boxes; no key of theirs changes.",
        description = {
            "Opens the boxes' seal with what opens it now, and closes it anew: with new shares, for"
                    + " the same number of custodians or another, or in other custody. New shares"
                    + " are printed once.",
            "What opened it before opens it no more. So a lost custodian is replaced, and one who"
                    + " left is locked out."
        },
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter custodians --dir /srv/franklin reissue",
            "  franklin-datacenter custodians --dir /srv/franklin reissue --custodians 3of5",
            "  franklin-datacenter custodians --dir /srv/franklin reissue --seal passphrase",
            "  franklin-datacenter custodians --dir /srv/franklin reissue --seal token \\",
            "      --token-library /usr/lib/softhsm/libsofthsm2.so --token-label franklin"
        })
final class ReissueCommand implements Callable<Integer> {

    private static final Path NONE = Path.of("");

    private final CustodiansCommand parent;
    private final SecureRandom random;

    ReissueCommand(CustodiansCommand parent, SecureRandom random) {
        this.parent = parent;
        this.random = random;
    }

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private OpeningOptions opening = new OpeningOptions();

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

    @Override
    public Integer call() throws IOException {
        var folder = parent.folder();
        if (folder.condition() != InstallationFolder.Condition.COMPLETE) {
            return refuse(folder.root() + " holds no installation.");
        }
        try (var lock = FolderLock.take(folder).orElse(null)) {
            return lock == null
                    ? refuse(folder.root() + " is in use. Stop the data center first.")
                    : reissue(SealFile.of(folder));
        }
    }

    private int reissue(SealFile file) throws IOException {
        return switch (Seal.open(file, opening)) {
            case Seal.Opening.Refused(var sentence) -> refuse(sentence);
            case Seal.Opening.Open(var present) -> {
                try (present) {
                    var terms = present.custody().terms();
                    yield switch (present.anew(() -> choose(terms), random)) {
                        case Seal.Opening.Refused(var sentence) -> refuse(sentence);
                        case Seal.Opening.Open(var anew) -> write(file, anew);
                    };
                }
            }
        };
    }

    /// Shares are printed only once they open something.
    private int write(SealFile file, Seal anew) throws IOException {
        try (anew) {
            file.replace(anew.custody());
            var out = command.commandLine().getOut();
            PrintedShares.print(anew.issued(), out);
            say(anew.custody(), file);
            return CustodiansCommand.FINE;
        }
    }

    private void say(Custody custody, SealFile file) {
        var out = command.commandLine().getOut();
        if (custody.terms() instanceof Terms.InFile) {
            Sentences.warning(file.path()).forEach(out::println);
        }
        out.println(
                "The boxes are opened by "
                        + Sentences.opener(custody.terms())
                        + " from now on. What opened them before opens them no more.");
        out.flush();
    }

    private Choosing.Chosen choose(Terms present) throws IOException {
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

    private int refuse(String sentence) {
        return CustodiansCommand.refuse(command, sentence);
    }
}
