package org.franklin.datacenter.keymanagement.prompt;

import org.franklin.box.key.SecretBytes;

import java.io.Console;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A terminal with a person at it, which does not show what is typed.
record TerminalKeyboard(Console console) implements Keyboard {

    /// That one character takes in UTF-8.
    private static final int MOST_BYTES = 3;

    @Override
    public boolean isPerson() {
        return true;
    }

    @Override
    public Optional<SecretBytes> line(String prompt) {
        char[] typed = console.readPassword("%s: ", prompt);
        return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(utf8(typed));
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
}
