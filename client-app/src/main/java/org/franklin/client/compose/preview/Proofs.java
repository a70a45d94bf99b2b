package org.franklin.client.compose.preview;

import org.franklin.client.compose.form.PieceForm;
import org.franklin.client.print.Imprint;
import org.franklin.client.print.Imprint.Evidence;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.Optional;
import java.util.function.Supplier;

/// What is made of the form before it is paid for: its page on the screen, its void sample on
/// paper, and whether it would come out as it has to. Each takes what is written now, and does its
/// work where it is called for, in the background.
public final class Proofs {

    private static final String SAMPLE = "sample";

    private final PieceForm form;
    private final SerialNumber meter;

    public Proofs(PieceForm form, SerialNumber meter) {
        this.form = form;
        this.meter = meter;
    }

    /// The page of a piece at its price, with a void symbol.
    public Supplier<LaidOut> unpaid(Mailpiece piece, Postage price, Resolution resolution) {
        return page(new Evidence.Unpaid(piece, meter, price), resolution);
    }

    /// Why a printer could not print the piece whole and in its size; empty if it can.
    public Supplier<Optional<String>> objection(Mailpiece piece, Postage price, PrintRoom printer) {
        var page = unpaid(piece, price, printer.resolution());
        return () ->
                switch (page.get()) {
                    case LaidOut.DoesNotFit(var reason) -> Optional.of(reason);
                    case LaidOut.Fits(var laidOut) -> printer.refuses(laidOut);
                };
    }

    /// Prints a void sample, which is free.
    public Supplier<Printing> sample(Mailpiece piece, PrintRoom printer) {
        var page = page(new Evidence.Sample(piece, meter), printer.resolution());
        return () ->
                switch (page.get()) {
                    case LaidOut.Fits(var laidOut) -> printer.print(laidOut, SAMPLE);
                    case LaidOut.DoesNotFit(var reason) -> new Printing.NotOut(reason);
                };
    }

    private Supplier<LaidOut> page(Evidence evidence, Resolution resolution) {
        var stock = form.stockProperty().get();
        var imprint =
                new Imprint(
                        evidence,
                        form.sender(),
                        form.addressee(),
                        form.referenceProperty().get(),
                        form.costCodeProperty().get());
        return () -> stock.lay(imprint, resolution);
    }
}
