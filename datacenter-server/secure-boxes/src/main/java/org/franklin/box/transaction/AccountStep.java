package org.franklin.box.transaction;

import org.franklin.box.statement.BoxSigned;

/// One step of a master account, with the evidence that allows it.
public sealed interface AccountStep {

    /// Notes a [org.franklin.box.statement.Login], signed by the authentication box.
    record SignOn(BoxSigned login) implements AccountStep {}

    /// Credits a [org.franklin.box.statement.Payment], signed by its processor, and debits it at
    /// once for a [org.franklin.box.statement.Voucher] to the meter that it names.
    record Fund(BoxSigned payment) implements AccountStep {}
}
