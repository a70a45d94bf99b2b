package org.franklin.datacenter.keymanagement.keeper;

import org.franklin.box.keeper.KeeperFile;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.datacenter.command.Speech;
import org.franklin.datacenter.keymanagement.prompt.Prompt;
import org.franklin.datacenter.keymanagement.prompt.SecretFile.Read;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "passphrase",
        mixinStandardHelpOptions = true,
        header = "Puts a keeper's key under another passphrase.",
        description =
                "The key stays as it is, and so does its public half: no installation needs to"
                    + " know. A copy of the file from before still opens with the old passphrase.",
        footer = {"", "Example:", "  franklin-datacenter keeper passphrase --keeper ann.key"})
final class PassphraseCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private KeeperOptions keeper = new KeeperOptions();

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "The new passphrase, on the first line of a file, instead of asking.")
    private Path passphraseFile = Path.of("");

    private final SecureRandom random;

    PassphraseCommand(SecureRandom random) {
        this.random = random;
    }

    @Override
    public Integer call() throws IOException {
        return switch (keeper.key()) {
            case KeeperFile.Read.Refused<KeeperKey>(var sentence) ->
                    new Speech(command.commandLine()).refuse(sentence);
            case KeeperFile.Read.Of<KeeperKey>(var key) -> {
                try (key) {
                    yield change(key);
                }
            }
        };
    }

    private int change(KeeperKey key) throws IOException {
        var speech = new Speech(command.commandLine());
        String name = key.keeper().name();
        return switch (Prompt.newPassphrase(passphraseFile, "New passphrase of " + name)) {
            case Read.None(var sentence) -> speech.refuse(sentence);
            case Read.Secret(var passphrase) -> {
                try (passphrase) {
                    KeeperFile.reseal(keeper.file(), key, passphrase, random);
                }
                yield speech.say(
                        List.of(
                                keeper.file()
                                        + " is under the new passphrase. Its key is the same."));
            }
        };
    }
}
