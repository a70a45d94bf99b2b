package org.franklin.datacenter.command;

/// The exit codes of every command.
final class Exit {

    static final int FINE = 0;

    /// What was asked cannot be done; the sentence on stderr says why and what to do.
    static final int REFUSED = 1;

    /// What was looked at is not in order: an indicium that is not genuine, books that do not
    /// balance.
    static final int NOT_IN_ORDER = 2;

    /// The command line cannot be read.
    static final int USAGE = 64;

    /// A fault of the program or of the machine.
    static final int FAULT = 70;

    private Exit() {}
}
