package org.franklin.datacenter.ceremony;

import org.franklin.datacenter.command.FolderOption;
import org.franklin.datacenter.command.Opener;
import org.franklin.datacenter.command.Speech;
import org.franklin.datacenter.function.ceremony.Ceremonies;
import org.franklin.datacenter.function.ceremony.Ceremonies.Asked;
import org.franklin.datacenter.function.ceremony.Task;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;
import org.franklin.datacenter.keymanagement.keeper.KeeperOptions;
import org.franklin.model.meter.SerialNumber;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "request",
        mixinStandardHelpOptions = true,
        header = "Asks for a ceremony, as the first of two keepers.",
        description =
                "Signs with the keeper's key, and writes a file for the second keeper. It is good"
                        + " for a day, and only until the box notes anything else.",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter ceremony request --dir /srv/franklin \\",
            "      --kind unlatch-meter --meter 1042 --reason \"wrong backup\" \\",
            "      --keeper ann.key --out unlock.txt",
            "  franklin-datacenter ceremony request --dir /srv/franklin \\",
            "      --kind heal --reason \"the database's disk is lost\" \\",
            "      --keeper ann.key --out heal.txt",
            "  franklin-datacenter ceremony request --dir /srv/franklin \\",
            "      --kind export-token-keys --verifier post.key.pub --reason \"a new verifier\" \\",
            "      --keeper ann.key --out export.txt"
        })
final class RequestCommand implements Callable<Integer> {

    private final Opener<Ceremonies> opener;

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Mixin private FolderOption folder = new FolderOption();

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "unlatch-meter, unlatch-box, heal, reprovision or export-token-keys.")
    private String kind = "";

    @Option(
            names = "--meter",
            paramLabel = "N",
            description = "The serial number; for heal, all meters and accounts if left out.")
    private int meter;

    @Option(
            names = "--verifier",
            paramLabel = "FILE",
            description = "For export-token-keys: the public half of the verifier's key.")
    private Path verifier = Path.of("");

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, in 1 to 200 characters; it stays in the audit chain.")
    private String reason = "";

    @Mixin private KeeperOptions keeper = new KeeperOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "REQUEST",
            description = "The file for the second keeper; it must not be there.")
    private Path out = Path.of("");

    RequestCommand(Opener<Ceremonies> opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        var speech = new Speech(command.commandLine());
        var task = Task.named(kind);
        if (task.isEmpty()) {
            return speech.refuse(
                    "There is no ceremony "
                            + kind
                            + ". Choose unlatch-meter, unlatch-box, heal, reprovision or"
                            + " export-token-keys.");
        }
        if (meter < 0 || meter > SerialNumber.HIGHEST) {
            return speech.refuse("A meter's number is 1 to " + SerialNumber.HIGHEST + ".");
        }
        var serial =
                meter == 0 ? Optional.<SerialNumber>empty() : Optional.of(new SerialNumber(meter));
        return opener.open(
                command.commandLine(),
                folder.dir(),
                opening,
                ceremonies -> ask(ceremonies, task.get(), serial));
    }

    private int ask(Ceremonies ceremonies, Task task, Optional<SerialNumber> serial)
            throws IOException {
        var speech = new Speech(command.commandLine());
        var whom = Optional.of(verifier).filter(file -> !file.toString().isEmpty());
        return switch (ceremonies.ask(task, serial, whom, reason, keeper)) {
            case Asked.Refused(var sentence) -> speech.refuse(sentence);
            case Asked.Proposed(var form, var words) -> {
                var refusal = RequestFile.write(out, form);
                if (refusal.isPresent()) {
                    yield speech.refuse(refusal.get());
                }
                var lines = new ArrayList<>(words);
                lines.add("Wrote " + out + ". Another keeper approves it:");
                lines.addAll(
                        List.of(
                                "  franklin-datacenter ceremony approve --dir "
                                        + folder.dir()
                                        + " --request "
                                        + out
                                        + " --keeper FILE"
                                        + (whom.isPresent() ? " --to FILE" : "")));
                yield speech.say(lines);
            }
        };
    }
}
