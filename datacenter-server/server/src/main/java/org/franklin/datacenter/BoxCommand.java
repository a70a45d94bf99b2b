package org.franklin.datacenter;

import org.franklin.box.authentication.Policy;
import org.franklin.box.health.CheckedRandom;
import org.franklin.datacenter.command.FolderOption;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.OpenBox;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;
import org.franklin.datacenter.keymanagement.process.BoxAddress;
import org.franklin.datacenter.keymanagement.process.BoxProcess;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "box",
        header = "Serves one secure box of an installation, as a process of its own.",
        description = {
            "Opens the seed and the journal of one box, and nothing else of the installation, and"
                    + " serves it to the data center: on a Unix-domain socket of this machine, or"
                    + " over TLS, where both sides show certificates of the installation's CA.",
            "In datacenter.properties, box.TYPE says where the data center finds it."
        },
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter box meter --dir /srv/franklin --socket run/meter.sock",
            "    with box.meter=socket:run/meter.sock",
            "  franklin-datacenter box transaction --dir /srv/franklin --listen 10.0.0.7:9551",
            "    with box.transaction=tls:10.0.0.7:9551"
        })
final class BoxCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private FolderOption folder = new FolderOption();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Parameters(
            paramLabel = "TYPE",
            description = "Which box: authentication, transaction, meter or steel.")
    private String type = "";

    @ArgGroup(multiplicity = "1")
    private Place place = new Place();

    @Option(
            names = "--for-ceremony",
            description =
                    "Lets a box that is stopped open its seed again for what two keepers sign. It"
                            + " keeps the seal's key for that until it ends: end it after the"
                            + " ceremony.")
    private boolean forCeremony;

    /// Where it listens: one of the two.
    private static final class Place {

        @Option(
                names = "--socket",
                paramLabel = "PATH",
                description =
                        "The path of a Unix-domain socket, in a folder of its owner alone; a"
                                + " relative one starts at DIR.")
        private String socket = "";

        @Option(
                names = "--listen",
                paramLabel = "HOST:PORT",
                description = "An address of this machine for TLS; port 0 is any free one.")
        private String listen = "";

        BoxAddress address() {
            return listen.isEmpty()
                    ? new BoxAddress.Socket(Path.of(socket))
                    : BoxAddress.Tls.of(listen);
        }
    }

    @Override
    public Integer call() throws Exception {
        var terminal = new Terminal(command);
        var kind = BoxKind.of(type);
        if (kind.isEmpty()) {
            return terminal.refuse(
                    "No box is called "
                            + type
                            + ": there are authentication, transaction, meter and steel.");
        }
        BoxAddress address;
        try {
            address = place.address();
        } catch (IllegalArgumentException e) {
            return terminal.refuse(String.valueOf(e.getMessage()));
        }
        return terminal.opened(
                Installation.openBeside(folder.dir()),
                opening,
                installation -> serve(terminal, installation, kind.get(), address));
    }

    private BoxProcess open(Installation installation, BoxKind kind, BoxAddress address)
            throws IOException {
        try (var seal = installation.seal()) {
            return BoxProcess.open(
                    kind,
                    address,
                    new OpenBox.Opening(
                            installation.folder(),
                            seal.key(),
                            Policy.standard(installation.config().passwords()),
                            Clock.systemUTC(),
                            CheckedRandom.ofMachine(),
                            forCeremony ? OpenBox.Purpose.CEREMONY : OpenBox.Purpose.SERVICE));
        }
    }

    private int serve(
            Terminal terminal, Installation installation, BoxKind kind, BoxAddress address) {
        Logs.toFolder(installation.folder().logs(), kind.word() + "-box");
        BoxProcess process;
        try {
            process = open(installation, kind, address);
        } catch (IOException e) {
            return terminal.refuse(
                    "The %s box does not open: %s".formatted(kind.word(), e.getMessage()));
        }
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            process.close();
                            terminal.say("Closed.");
                        }));
        terminal.say("The " + kind.word() + " box is at " + process.address());
        if (forCeremony) {
            terminal.say(
                    "It keeps the seal's key: end it after the ceremony, and start it again without"
                            + " --for-ceremony.");
        }
        return terminal.untilTheEnd();
    }
}
