package org.franklin.datacenter.ceremony;

import org.franklin.datacenter.command.FolderOption;
import org.franklin.datacenter.command.Opener;
import org.franklin.datacenter.command.Speech;
import org.franklin.datacenter.function.ceremony.Ceremonies;
import org.franklin.datacenter.function.ceremony.Ceremonies.Asked;
import org.franklin.datacenter.function.ceremony.Ceremonies.Held;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;
import org.franklin.datacenter.keymanagement.keeper.KeeperOptions;
import org.franklin.datacenter.keymanagement.verifier.VerifierFiles;
import org.franklin.model.canonical.Bytes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;

@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        header = "Approves and holds a ceremony, as the second keeper.",
        description =
                "Says in words what was asked for, signs with the keeper's key, performs it, and"
                        + " prints the books before and after. Who asked cannot approve.",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter ceremony approve --dir /srv/franklin \\",
            "      --request unlock.txt --keeper bob.key",
            "  franklin-datacenter ceremony approve --dir /srv/franklin \\",
            "      --request export.txt --keeper bob.key --to post-keys.json"
        })
final class ApproveCommand implements Callable<Integer> {

    private final Opener<Ceremonies> opener;

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Mixin private FolderOption folder = new FolderOption();

    @Option(
            names = "--request",
            required = true,
            paramLabel = "REQUEST",
            description = "The first keeper's file.")
    private Path request = Path.of("");

    @Mixin private KeeperOptions keeper = new KeeperOptions();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "For export-token-keys: the file for the verifier, JSON; it must not be"
                            + " there.")
    private Path to = Path.of("");

    ApproveCommand(Opener<Ceremonies> opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        var form = RequestFile.read(request);
        return form.isEmpty()
                ? new Speech(command.commandLine()).refuse(request + " is no request.")
                : opener.open(
                        command.commandLine(),
                        folder.dir(),
                        opening,
                        ceremonies -> approve(ceremonies, form.get()));
    }

    private int approve(Ceremonies ceremonies, Bytes form) throws IOException {
        var speech = new Speech(command.commandLine());
        if (ceremonies.isForTokenKeys(form) == to.toString().isEmpty()) {
            return speech.refuse(
                    to.toString().isEmpty()
                            ? "Say where the sealed token keys are to go: --to FILE."
                            : "Only a request for token keys writes a file: leave out --to.");
        }
        if (Files.exists(to) && !to.toString().isEmpty()) {
            return speech.refuse(to + " is there already. Choose another file.");
        }
        if (ceremonies.read(form) instanceof Asked.Proposed(_, var words)) {
            speech.say(words);
        }
        return switch (ceremonies.approve(form, keeper)) {
            case Held.Refused(var sentence) -> speech.refuse(sentence);
            case Held.Performed(var words, var tokenKeys) -> {
                var lines = new ArrayList<>(words);
                if (tokenKeys.isPresent()) {
                    VerifierFiles.write(to, tokenKeys.get());
                    lines.add("Wrote " + to + ". Only that verifier's private key opens it.");
                }
                yield speech.say(lines);
            }
        };
    }
}
