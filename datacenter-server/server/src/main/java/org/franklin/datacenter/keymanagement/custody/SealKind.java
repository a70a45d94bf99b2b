package org.franklin.datacenter.keymanagement.custody;

/// What may keep a seal key, by its name on the command line.
enum SealKind {
    FILE,
    PASSPHRASE,
    SHARES,
    TOKEN
}
