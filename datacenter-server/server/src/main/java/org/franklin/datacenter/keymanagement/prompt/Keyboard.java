package org.franklin.datacenter.keymanagement.prompt;

import org.franklin.box.key.SecretBytes;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Where a person types secrets, or a program sends them, line by line.
public interface Keyboard {

    /// That one character takes in UTF-8.
    int MOST_BYTES = 3;

    /// Whether somebody sits there, who can be asked again.
    boolean isPerson();

    /// The next line in UTF-8, without its end; nothing where it is empty, or where no more come.
    Optional<SecretBytes> line(String prompt) throws IOException;

    /// The terminal, which does not show what is typed; where there is none, standard input.
    static Keyboard standard() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(Keyboard::of)
                .orElseGet(() -> of(System.in));
    }

    private static Keyboard of(Console console) {
        return new Keyboard() {
            @Override
            public boolean isPerson() {
                return true;
            }

            @Override
            public Optional<SecretBytes> line(String prompt) {
                char[] typed = console.readPassword("%s: ", prompt);
                return typed == null || typed.length == 0
                        ? Optional.empty()
                        : Optional.of(utf8(typed));
            }
        };
    }

    /// Reads no byte beyond the line.
    static Keyboard of(InputStream in) {
        return new Keyboard() {
            @Override
            public boolean isPerson() {
                return false;
            }

            @Override
            public Optional<SecretBytes> line(String prompt) throws IOException {
                return next(in);
            }
        };
    }

    private static Optional<SecretBytes> next(InputStream in) throws IOException {
        try (var line = new Wiped()) {
            for (int each = in.read(); each >= 0 && each != '\n'; each = in.read()) {
                if (each != '\r' && line.size() < Wiped.LONGEST) {
                    line.write(each);
                }
            }
            return line.size() == 0
                    ? Optional.empty()
                    : Optional.of(SecretBytes.take(line.toByteArray()));
        }
    }

    /// Wipes the characters.
    private static SecretBytes utf8(char[] typed) {
        byte[] room = new byte[MOST_BYTES * typed.length];
        var bytes = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(typed), bytes, true);
        Arrays.fill(typed, '\0');
        byte[] plain = Arrays.copyOf(room, bytes.position());
        Arrays.fill(room, (byte) 0);
        return SecretBytes.take(plain);
    }

    /// A buffer that never grows, and so leaves no copies, and is wiped.
    final class Wiped extends ByteArrayOutputStream {

        private static final int LONGEST = 4_096;

        private Wiped() {
            super(LONGEST);
        }

        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
