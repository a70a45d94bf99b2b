package org.franklin.datacenter.protocol;

/// What an administrator of the database may do in a run.
enum Accident {
    NONE,
    /// Put back an older record, with or without the rows that came since.
    RESTORE,
    /// Delete the row of a step.
    DELETE_ROW
}
