package org.franklin.client.print.room;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.print.LaidOut;

/// Prints paid pieces. Calls block; run them in the background.
public interface PrintRoom {

    /// The page of a piece, as it would be printed.
    LaidOut layOut(PaidPiece piece);

    /// Prints a piece. Printing never costs anything; the identical page comes out each time.
    Printing print(PaidPiece piece);
}
