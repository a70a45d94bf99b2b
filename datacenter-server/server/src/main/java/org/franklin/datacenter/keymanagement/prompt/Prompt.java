package org.franklin.datacenter.keymanagement.prompt;

import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.prompt.SecretFile.Read;

import java.io.IOException;
import java.nio.file.Path;

/// Asks for a passphrase or a PIN: the file that an option names, else whoever sits there. An empty
/// path names no file.
public final class Prompt {

    private Prompt() {}

    /// A secret that is there already.
    public static Read known(Path file, String prompt) throws IOException {
        return file.toString().isEmpty()
                ? typed(Keyboard.standard(), prompt)
                : SecretFile.line(file);
    }

    /// A new passphrase. A person is asked twice, so that nobody locks anything with a slip.
    public static Read newPassphrase(Path file, String prompt) throws IOException {
        return file.toString().isEmpty()
                ? newPassphrase(Keyboard.standard(), prompt)
                : PassphraseLaw.longEnough(SecretFile.line(file));
    }

    static Read newPassphrase(Keyboard keyboard, String prompt) throws IOException {
        return switch (PassphraseLaw.longEnough(typed(keyboard, prompt))) {
            case Read.None none -> none;
            case Read.Secret first -> keyboard.isPerson() ? repeated(keyboard, first) : first;
        };
    }

    private static Read repeated(Keyboard keyboard, Read.Secret first) throws IOException {
        var second = keyboard.line("Once more");
        boolean same = second.filter(first.content()::equals).isPresent();
        second.ifPresent(SecretBytes::close);
        if (same) {
            return first;
        }
        first.content().close();
        return new Read.None("The two are not the same. Nothing was changed; try again.");
    }

    private static Read typed(Keyboard keyboard, String prompt) throws IOException {
        return keyboard.line(prompt)
                .<Read>map(Read.Secret::new)
                .orElseGet(() -> new Read.None("Nothing was given for: " + prompt + "."));
    }
}
