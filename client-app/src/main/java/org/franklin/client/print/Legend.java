package org.franklin.client.print;

import org.franklin.client.print.Imprint.Evidence.Paid;
import org.franklin.client.print.Imprint.Evidence.Sample;
import org.franklin.client.print.Imprint.Evidence.Unpaid;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.ibi.TokenParty;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of an indicium for people: `facts` are the lines for the date, the ZIP code that the
/// piece is mailed from, the meter and the piece, or its digital tokens.
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
            case Paid(EcdsaIndicium signed) -> signed(signed.indicium());
            case Paid(TokenIndicium signed) -> tokened(signed);
            case Sample(var piece, var meter) -> unpaid(piece, meter, Postage.ZERO);
            case Unpaid(var piece, var meter, var price) -> unpaid(piece, meter, price);
        };
    }

    private static Legend signed(Indicium indicium) {
        return paid(
                indicium,
                facts(
                        indicium.mailingDate(),
                        indicium.origin(),
                        indicium.serial(),
                        "Piece " + indicium.pieceCount()));
    }

    /// Both tokens, for clerks who check them by hand, in the place of the piece count, which the
    /// symbol holds: one line more than usual is all that a label's clear zone leaves.
    private static Legend tokened(TokenIndicium signed) {
        var indicium = signed.indicium();
        var facts =
                new ArrayList<>(
                        facts(
                                indicium.mailingDate(),
                                indicium.origin(),
                                indicium.serial(),
                                token(signed, TokenParty.VENDOR)));
        facts.add(token(signed, TokenParty.POST));
        return paid(indicium, facts);
    }

    private static String token(TokenIndicium signed, TokenParty party) {
        return party.title() + " " + signed.token(party);
    }

    private static Legend paid(Indicium indicium, List<String> facts) {
        return new Legend(
                indicium.postage().toString(),
                indicium.mailClass().title(),
                shape(indicium.category(), indicium.weight()),
                facts);
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
