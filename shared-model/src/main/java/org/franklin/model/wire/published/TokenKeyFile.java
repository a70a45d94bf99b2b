package org.franklin.model.wire.published;

import org.franklin.model.canonical.Bytes;

import java.util.List;

/// What two keepers had made: the Post's token keys of all meters of an installation, sealed to one
/// verifier. Each page is in the box's canonical form, as the meter box has signed it; `tokens.md`
/// says what is in it.
public record TokenKeyFile(List<Page> tokenKeyPages) {

    /// `statement` are canonical bytes, `signature` is ECDSA, 64 bytes r‖s.
    public record Page(Bytes statement, Bytes signature) {}

    public TokenKeyFile {
        tokenKeyPages = List.copyOf(tokenKeyPages);
    }
}
