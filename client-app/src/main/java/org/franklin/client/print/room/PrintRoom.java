package org.franklin.client.print.room;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.PaidPieceLayout;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;

import java.util.Optional;

/// One place where pages come out: a printer, or a folder of files. Calls block; run them in the
/// background.
public interface PrintRoom {

    /// As the mailer knows it; two rooms of a computer have two names.
    String name();

    /// What it prints dots in. Pages for it are laid out so.
    Resolution resolution();

    /// Whether it takes a page now.
    Readiness readiness();

    /// Why it cannot print this page whole and in its size, in sentences fit to show; empty if it
    /// can, or if its driver does not say. Ask before paying.
    default Optional<String> refuses(Page page) {
        return Optional.empty();
    }

    /// Prints a page as it is, in its own size. `title` names the page where jobs or files are
    /// listed: letters, digits and hyphens.
    Printing print(Page page, String title);

    /// The page of a piece, as it would be printed.
    default LaidOut layOut(PaidPiece piece) {
        return PaidPieceLayout.lay(piece, resolution());
    }

    /// Prints a paid piece. Printing never costs anything; the identical page comes out each time.
    default Printing print(PaidPiece piece) {
        var indicium = piece.indicium().indicium();
        String title = "piece-%07d-%d".formatted(indicium.serial().number(), indicium.pieceCount());
        return switch (layOut(piece)) {
            case LaidOut.DoesNotFit(var reason) -> new Printing.NotOut(reason);
            case LaidOut.Fits(var page) -> print(page, title);
        };
    }
}
