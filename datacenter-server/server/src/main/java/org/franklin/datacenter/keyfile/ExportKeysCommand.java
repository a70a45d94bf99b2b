package org.franklin.datacenter.keyfile;

import org.franklin.datacenter.command.Opener;
import org.franklin.datacenter.function.keys.ExportKeys;
import org.franklin.datacenter.function.keys.ExportKeys.Result;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.published.KeyFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

@Command(
        name = "export-keys",
        header = "Writes a signed file of all certificates, for verifiers without a network.",
        description = {
            "Writes the certificates of all boxes and meters of an installation that is not being"
                + " served, and from when to when each holds, signed by the Post's root. Nothing in"
                + " it is secret. A file that is there is replaced.",
            "",
            "The Post's token keys of the suite PATENT_1998 are secret: two keepers have them"
                    + " sealed to a verifier, with ceremony request --kind export-token-keys.",
            "",
            "Verifiers believe the file by the root's fingerprint, which is printed: tell it to"
                    + " them by another way than the file."
        },
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter export-keys --dir /srv/franklin --to keys.json",
            "  franklin-datacenter verify --keys keys.json symbol.bin"
        })
public final class ExportKeysCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int REFUSED = 1;

    @Spec private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the installation.")
    private Path dir = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The file to write, JSON.")
    private Path to = Path.of("");

    @Mixin private OpeningOptions opening = new OpeningOptions();

    private final Opener<ExportKeys> opener;

    public ExportKeysCommand(Opener<ExportKeys> opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        return opener.open(command.commandLine(), dir, opening, this::export);
    }

    private int export(ExportKeys keys) throws IOException {
        return switch (keys.export()) {
            case Result.Exported(var file) -> written(file);
            case Result.Unavailable(var sentence) -> refuse(sentence);
        };
    }

    private int written(KeyFile file) throws IOException {
        write(to.toAbsolutePath(), Json.write(file));
        PrintWriter out = command.commandLine().getOut();
        out.println("Wrote the keys of this installation to " + to.toAbsolutePath().normalize());
        out.println("  certificates  " + file.certificates().size());
        out.println("  issued        " + file.issued());
        out.println("  root SHA-256  " + file.rootFingerprint());
        out.flush();
        return FINE;
    }

    /// Whole or not at all, also after a crash.
    private static void write(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (var channel =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private int refuse(String sentence) {
        PrintWriter err = command.commandLine().getErr();
        err.println(sentence);
        err.flush();
        return REFUSED;
    }
}
