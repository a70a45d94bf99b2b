package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Custody;
import org.franklin.box.custody.Terms;
import org.franklin.datacenter.keymanagement.FolderLock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.security.SecureRandom;
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

    private final CustodiansCommand parent;
    private final SecureRandom random;

    ReissueCommand(CustodiansCommand parent, SecureRandom random) {
        this.parent = parent;
        this.random = random;
    }

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Mixin private ReissueOptions anew = new ReissueOptions();

    @Override
    public Integer call() throws IOException {
        var folder = parent.folder();
        var unfit = folder.unfit();
        if (unfit.isPresent()) {
            return refuse(unfit.get());
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
                    yield switch (present.anew(() -> anew.choose(terms), random)) {
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

    private int refuse(String sentence) {
        return CustodiansCommand.refuse(command, sentence);
    }
}
