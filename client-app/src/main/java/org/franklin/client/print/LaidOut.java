package org.franklin.client.print;

import org.franklin.client.print.page.Page;

/// What came of placing an imprint on a stock.
public sealed interface LaidOut {

    record Fits(Page page) implements LaidOut {}

    /// Something would be clipped, unreadably small or in a clear zone; the reason says what to
    /// change, in words fit to show.
    record DoesNotFit(String reason) implements LaidOut {}
}
