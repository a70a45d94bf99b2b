package org.franklin.box.token;

import java.util.stream.Stream;

/// The token does not do what it is asked; the message is its own word, as `CKR_DEVICE_REMOVED`.
public final class TokenFault extends Exception {

    private static final long serialVersionUID = 1;

    TokenFault(Throwable cause) {
        super(word(cause), cause);
    }

    /// The token's own word for what is wrong, or else the innermost name of an exception.
    static String word(Throwable fault) {
        var chain = Stream.iterate(fault, each -> each != null, Throwable::getCause).toList();
        return chain.stream()
                .map(each -> String.valueOf(each.getMessage()))
                .filter(message -> message.startsWith("CKR_"))
                .findFirst()
                .orElseGet(() -> chain.getLast().getClass().getSimpleName());
    }
}
