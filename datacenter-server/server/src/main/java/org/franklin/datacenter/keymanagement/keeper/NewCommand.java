package org.franklin.datacenter.keymanagement.keeper;

import org.franklin.box.keeper.KeeperFile;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.keeper.PublicHalf;
import org.franklin.datacenter.command.Speech;
import org.franklin.datacenter.keymanagement.prompt.Prompt;
import org.franklin.datacenter.keymanagement.prompt.SecretFile.Read;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        header = "Draws a key and writes it under a passphrase.",
        description =
                "The passphrase is asked for twice and not shown; without it nobody signs, whoever"
                        + " has the file. The public half lies beside it, in FILE.pub.",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter keeper new --name Ann --out ann.key",
            "  franklin-datacenter keeper new --name Ann --out ann.key --no-passphrase"
        })
final class NewCommand implements Callable<Integer> {

    private static final Path NONE = Path.of("");

    @Spec private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "As the audit chain will name you, 1 to 40 characters.")
    private String name = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file; it must not be there.")
    private Path out = NONE;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "The new passphrase, on the first line of a file, instead of asking.")
    private Path passphraseFile = NONE;

    @Option(
            names = "--no-passphrase",
            description = "Writes the key plainly: whoever can read the file is you. For demos.")
    private boolean plain;

    private final SecureRandom random;

    NewCommand(SecureRandom random) {
        this.random = random;
    }

    @Override
    public Integer call() throws IOException {
        var speech = new Speech(command.commandLine());
        var refusal = unfit();
        if (refusal.isPresent()) {
            return speech.refuse(refusal.get());
        }
        if (plain) {
            try (var key = KeeperKey.draw(name, random)) {
                KeeperFile.createPlain(out, key);
            }
            return speech.say(written());
        }
        return switch (Prompt.newPassphrase(passphraseFile, "New passphrase of " + name)) {
            case Read.None(var sentence) -> speech.refuse(sentence);
            case Read.Secret(var passphrase) -> {
                try (passphrase;
                        var key = KeeperKey.draw(name, random)) {
                    KeeperFile.create(out, key, passphrase, random);
                }
                yield speech.say(written());
            }
        };
    }

    private Optional<String> unfit() {
        if (!Keepers.isName(name)) {
            return Optional.of(
                    "A keeper's name has 1 to 40 letters, digits, spaces, points and dashes.");
        }
        if (plain && !passphraseFile.equals(NONE)) {
            return Optional.of("Give --passphrase-file or --no-passphrase, not both.");
        }
        for (Path half : List.of(out, PublicHalf.beside(out))) {
            if (Files.exists(half)) {
                return Optional.of(half + " is there already. Choose another file.");
            }
        }
        return Optional.empty();
    }

    private List<String> written() {
        var lines = new ArrayList<String>();
        if (plain) {
            lines.add("WARNING: " + out + " has no passphrase: whoever can read it is " + name);
            lines.add(
                    "  and can sign in that name. That is for demos. \"keeper passphrase\" puts one"
                            + " on it.");
        }
        lines.add(
                "Wrote "
                        + out
                        + (plain ? "." : ", under the passphrase: nobody can tell it again."));
        lines.add("Wrote " + PublicHalf.beside(out) + ". Give it to who makes the installation.");
        return lines;
    }
}
