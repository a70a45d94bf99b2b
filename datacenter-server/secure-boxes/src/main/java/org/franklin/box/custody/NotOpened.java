package org.franklin.box.custody;

/// Why a seal did not open, or could not be put on a token.
public sealed interface NotOpened {

    /// Something else was presented than these terms ask for.
    record OtherCustody(Terms terms) implements NotOpened {}

    /// The file does not hold the key that it was written with.
    record Changed() implements NotOpened {}

    record WrongPassphrase() implements NotOpened {}

    /// `custodian` counts from 1, here and below.
    record ShareOfAnotherInstallation(int custodian) implements NotOpened {}

    /// Shares were issued anew since: this one opens nothing any more.
    record ShareOfOlderIssue(int custodian, int issue, int present) implements NotOpened {}

    /// The custody file is older than the share: somebody has put it back.
    record ShareOfNewerIssue(int custodian, int issue, int present) implements NotOpened {}

    record ShareTwice(int custodian) implements NotOpened {}

    /// It reads like a share of this issue, but is not the one that was issued to this custodian.
    record ShareForged(int custodian) implements NotOpened {}

    record TooFewShares(int needed, int have) implements NotOpened {}

    /// Each share is the one that the file names, and together they do not open it: file or shares
    /// were forged.
    record SharesDoNotFit() implements NotOpened {}

    /// The library is not there, or not one of PKCS#11.
    record NoTokenLibrary(String library) implements NotOpened {}

    record NoToken(String library, String label) implements NotOpened {}

    /// More than one token has this label.
    record ManyTokens(String library, String label) implements NotOpened {}

    record WrongPin(String label) implements NotOpened {}

    /// The token lets nobody in by PIN any more.
    record PinLocked(String label) implements NotOpened {}

    record NoKeyOnToken(String label, String key) implements NotOpened {}

    /// The token, or its library, does not do what it is asked; `fault` is its own word for it.
    record TokenFault(String label, String fault) implements NotOpened {}
}
