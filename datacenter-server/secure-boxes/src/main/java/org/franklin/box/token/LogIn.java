package org.franklin.box.token;

/// What came of logging in to a token.
public sealed interface LogIn {

    record Ready(Token token) implements LogIn {}

    sealed interface Refused extends LogIn {}

    /// The library is not there, or not one of PKCS#11.
    record NoLibrary() implements Refused {}

    record NoToken() implements Refused {}

    /// More than one token has the label.
    record ManyTokens() implements Refused {}

    record WrongPin() implements Refused {}

    /// The token lets nobody in by PIN any more.
    record PinLocked() implements Refused {}

    /// Something else, by the token's own word for it.
    record Faulty(String fault) implements Refused {}
}
