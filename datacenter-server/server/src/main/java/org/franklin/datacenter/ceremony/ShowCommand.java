package org.franklin.datacenter.ceremony;

import org.franklin.datacenter.command.FolderOption;
import org.franklin.datacenter.command.Opener;
import org.franklin.datacenter.command.Speech;
import org.franklin.datacenter.function.ceremony.Ceremonies;
import org.franklin.datacenter.function.ceremony.Ceremonies.Asked;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Says in words what a request asks for.",
        description = "Changes nothing.",
        footer = {
            "",
            "Example:",
            "  franklin-datacenter ceremony show --dir /srv/franklin unlock.txt"
        })
final class ShowCommand implements Callable<Integer> {

    private final Opener<Ceremonies> opener;

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Mixin private FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "REQUEST", description = "The first keeper's file.")
    private Path request = Path.of("");

    ShowCommand(Opener<Ceremonies> opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        var speech = new Speech(command.commandLine());
        var form = RequestFile.read(request);
        return form.isEmpty()
                ? speech.refuse(request + " is no request.")
                : opener.open(
                        command.commandLine(),
                        folder.dir(),
                        opening,
                        ceremonies ->
                                switch (ceremonies.read(form.get())) {
                                    case Asked.Refused(var sentence) -> speech.refuse(sentence);
                                    case Asked.Proposed(_, var words) -> speech.say(words);
                                });
    }
}
