package org.franklin.client.address;

/// Why a text is not an address yet: the first thing that its writer should see to.
public enum Gap {
    /// Nothing is written yet.
    ALL,
    STREET,
    CITY,
    STATE,
    ZIP,
    /// More lines than a block has.
    LINES,
    /// A line is longer than a block is wide, or cannot be printed.
    LINE
}
