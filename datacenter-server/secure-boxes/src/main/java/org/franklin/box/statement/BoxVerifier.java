package org.franklin.box.statement;

import org.franklin.box.key.VerifyingKey;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.util.Optional;

/// Reads what one other box, and nobody else, has signed.
public final class BoxVerifier {

    private final VerifyingKey key;

    public BoxVerifier(VerifyingKey key) {
        this.key = key;
    }

    /// The statement, or nothing where the signature is not the box's or the statement is of
    /// another type.
    public <T extends Record> Optional<T> open(Class<T> type, BoxSigned signed) {
        if (!key.verifies(signed.statement(), signed.signature())) {
            return Optional.empty();
        }
        return switch (Canonical.decode(type, signed.statement())) {
            case Valid<T>(var statement) -> Optional.of(statement);
            case Malformed<T> _ -> Optional.empty();
        };
    }
}
