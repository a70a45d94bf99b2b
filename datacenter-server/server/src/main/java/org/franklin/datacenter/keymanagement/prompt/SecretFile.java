package org.franklin.datacenter.keymanagement.prompt;

import org.franklin.box.key.SecretBytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/// A file that holds one secret, as somebody wrote it with an editor.
public final class SecretFile {

    private static final int LONGEST = 4_096;

    /// What came of reading it.
    public sealed interface Read {

        record Secret(SecretBytes content) implements Read {}

        /// A sentence that says what to do.
        record None(String sentence) implements Read {}
    }

    private SecretFile() {}

    /// Its first line: a passphrase, or a PIN.
    public static Read line(Path file) throws IOException {
        return read(file, SecretFile::endOfLine);
    }

    /// All of it: a share.
    public static Read whole(Path file) throws IOException {
        return read(file, content -> content.length);
    }

    private interface Length {
        int of(byte[] content);
    }

    private static Read read(Path file, Length length) throws IOException {
        byte[] content = new byte[LONGEST];
        try (var in = Files.newInputStream(file)) {
            int read = in.readNBytes(content, 0, LONGEST);
            byte[] all = Arrays.copyOf(content, read);
            int end = length.of(all);
            byte[] secret = Arrays.copyOf(all, end);
            Arrays.fill(all, (byte) 0);
            return end == 0
                    ? new Read.None(file + " is empty; its first line is what is read.")
                    : new Read.Secret(SecretBytes.take(secret));
        } catch (NoSuchFileException _) {
            return new Read.None("There is no file " + file + ".");
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static int endOfLine(byte[] content) {
        int end = 0;
        while (end < content.length && content[end] != '\n' && content[end] != '\r') {
            end++;
        }
        return end;
    }
}
