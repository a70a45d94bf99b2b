package org.franklin.datacenter.database.journal;

/// How a step and its record met what the tables hold.
public enum Storing {
    /// Both are stored, now or before.
    STORED,
    /// The tables held something else in their place. What the box wrote is stored instead, and the
    /// alarm is to be raised.
    REPLACED_ANOTHER,
    /// The record in the table is more than one step behind; it stays, and only the step is stored.
    RECORD_BEHIND
}
