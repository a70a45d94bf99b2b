package org.franklin.datacenter.ceremony;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A request as it goes from one keeper to the other: text that survives a mail. It is no secret.
final class RequestFile {

    private static final int LONGEST = 64 * 1024;
    private static final String BEGIN = "-----BEGIN FRANKLIN CEREMONY-----";
    private static final String END = "-----END FRANKLIN CEREMONY-----";
    private static final Pattern FORM =
            Pattern.compile("(?s).*" + BEGIN + "\\s+([A-Za-z0-9+/=\\s]+)" + END + "\\s*");

    private RequestFile() {}

    /// Writes it whole or not at all. Refuses to replace a file.
    static Optional<String> write(Path file, Bytes form) throws IOException {
        if (Files.exists(file)) {
            return Optional.of(file + " is there already. Choose another file.");
        }
        var draft = file.resolveSibling(file.getFileName() + ".new");
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(form.toArray());
        byte[] lines =
                (BEGIN + "\n" + text + "\n" + END + "\n").getBytes(StandardCharsets.US_ASCII);
        Files.deleteIfExists(draft);
        try (var out = FileChannel.open(draft, CREATE_NEW, WRITE)) {
            var left = ByteBuffer.wrap(lines);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return Optional.empty();
    }

    /// Empty where there is no such file, or none of these.
    static Optional<Bytes> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII);
            var found = FORM.matcher(text);
            return found.matches()
                    ? Optional.of(Bytes.of(Base64.getMimeDecoder().decode(found.group(1))))
                    : Optional.empty();
        } catch (NoSuchFileException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
