package org.franklin.client.print;

import org.franklin.client.print.Imprint.Evidence.Paid;
import org.franklin.client.print.Imprint.Evidence.Sample;
import org.franklin.client.print.Imprint.Evidence.Unpaid;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The words of an indicium for people: `facts` are the lines for the date, the ZIP code that the
/// piece is mailed from, the meter and the piece.
///
/// SPECIMEN and NOT VALID POSTAGE are constants here, since no imprint of Franklin's may lack them.
record Legend(String amount, String mailClass, String shape, List<String> facts) {

    static final String SPECIMEN = "SPECIMEN";
    static final String NOT_VALID = "NOT VALID POSTAGE";
    static final String VOID = "VOID";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM d uuuu", Locale.US);

    Legend {
        facts = List.copyOf(facts);
    }

    static Legend of(Imprint.Evidence evidence) {
        return switch (evidence) {
            case Paid(var signed) -> paid(signed.indicium());
            case Sample(var piece, var meter) -> unpaid(piece, meter, Postage.ZERO);
            case Unpaid(var piece, var meter, var price) -> unpaid(piece, meter, price);
        };
    }

    private static Legend paid(Indicium indicium) {
        return new Legend(
                indicium.postage().toString(),
                indicium.mailClass().title(),
                shape(indicium.category(), indicium.weight()),
                facts(
                        indicium.mailingDate(),
                        indicium.origin(),
                        indicium.serial(),
                        "Piece " + indicium.pieceCount()));
    }

    private static Legend unpaid(Mailpiece piece, SerialNumber meter, Postage amount) {
        return new Legend(
                amount.toString(),
                piece.mailClass().title(),
                shape(piece.category(), piece.weight()),
                facts(piece.mailingDate(), piece.origin(), meter, "SAMPLE"));
    }

    private static List<String> facts(
            LocalDate date, ZipCode origin, SerialNumber meter, String piece) {
        return List.of(DATE.format(date), "Mailed from " + origin, "Meter " + meter, piece);
    }

    private static String shape(RateCategory category, Weight weight) {
        return category.title() + ", " + weight;
    }
}
