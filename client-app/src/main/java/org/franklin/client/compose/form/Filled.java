package org.franklin.client.compose.form;

import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.model.mail.Mailpiece;

/// The form as it is read: a piece that can be paid for, or what is missing.
public sealed interface Filled {

    record Complete(Mailpiece piece, PrintPlan.Kept plan) implements Filled {}

    /// `about` names what the note is about, in the window's texts; `where` is what was written
    /// there, empty if nothing was.
    record Lacking(String about, String where) implements Filled {}
}
