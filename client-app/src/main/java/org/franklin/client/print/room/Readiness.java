package org.franklin.client.print.room;

/// Whether a printer takes a page now.
public sealed interface Readiness {

    record Ready() implements Readiness {}

    /// It waits for a person; the reason is fit to show: "is out of paper".
    record Waits(String reason) implements Readiness {}
}
