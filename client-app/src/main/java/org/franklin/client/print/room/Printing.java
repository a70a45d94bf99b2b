package org.franklin.client.print.room;

/// What came of printing a piece.
public sealed interface Printing {

    /// `where` is the printer's name or the file.
    record Out(String where) implements Printing {}

    /// The piece stays paid and unprinted; the reason is fit to show.
    record NotOut(String reason) implements Printing {}
}
