package org.franklin.client.print.room;

import java.nio.file.Path;

/// What came of printing a piece.
public sealed interface Printing {

    /// `where` is the printer's name or the file. Of a printer it says that its spooler has the
    /// whole page; whether paper came out is for the printer's readiness, and for eyes.
    record Out(String where) implements Printing {}

    /// The piece stays paid and unprinted; the reason is fit to show, and says what to do.
    record NotOut(String reason) implements Printing {

        public static NotOut noRoomIn(Path folder) {
            return new NotOut(
                    "Franklin cannot write in " + folder + ". Make room there, and print again.");
        }
    }
}
