package org.franklin.datacenter.keymanagement.prompt;

import org.franklin.box.key.SecretBytes;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Where a person types secrets, or a program sends them, line by line.
public interface Keyboard {

    /// Whether somebody sits there, who can be asked again.
    boolean isPerson();

    /// The next line in UTF-8, without its end; nothing where it is empty, or where no more come.
    Optional<SecretBytes> line(String prompt) throws IOException;

    /// The terminal, which does not show what is typed; where there is none, standard input.
    static Keyboard standard() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .<Keyboard>map(TerminalKeyboard::new)
                .orElseGet(() -> of(System.in));
    }

    /// Reads no byte beyond the line.
    static Keyboard of(InputStream in) {
        return new PipedKeyboard(in);
    }
}
