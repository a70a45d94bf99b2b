package org.franklin.client.compose;

import org.franklin.client.compose.Said.Deed;
import org.franklin.client.compose.form.Filled;
import org.franklin.client.compose.payment.Price;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.compose.preview.Picture;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.print.room.PdfRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Wording;
import org.franklin.client.ui.control.BusyButton.Face;
import org.franklin.client.ui.control.Tone;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.Optional;

/// What the window says of where a piece stands: money first.
final class Sentences {

    private static final int MANY_TIMES = 6;

    private final Texts texts = Texts.of(Sentences.class);
    private final Wording wording = new Wording();

    /// The filled button.
    Face face(Offer offer) {
        return switch (offer) {
            case Offer.Missing _ -> new Face.Disabled(texts.say("print"));
            case Offer.Pricing _ -> new Face.Busy(texts.say("pricing"));
            case Offer.Pay(var price) -> new Face.Ready(texts.say("print.for", price));
            case Offer.AddAndPay(var amount) -> new Face.Ready(texts.say("add.and.print", amount));
            case Offer.Work(var step) -> new Face.Busy(texts.say("busy", step));
            case Offer.Doubt(var amount) -> new Face.Busy(texts.say("busy.checking", amount));
            case Offer.PrintPaid _ -> new Face.Ready(texts.say("print.paid"));
            case Offer.Done _ -> new Face.Done(texts.say("printed"));
            case Offer.Next _ -> new Face.Onward(texts.say("new.piece"));
        };
    }

    /// The name, in the texts, of the plain button beside the filled one.
    String beside(Offer offer) {
        return switch (offer) {
            case Offer.Missing _, Offer.Pricing _, Offer.Pay _, Offer.AddAndPay _ -> "sample";
            case Offer.Work _, Offer.Doubt _ -> "new.piece";
            case Offer.PrintPaid _ -> "later";
            case Offer.Done _, Offer.Next _ -> "again";
        };
    }

    /// The quiet line below the buttons: what is missing, or what may be done meanwhile.
    String hint(Situation now) {
        return switch (now.offer()) {
            case Offer.Missing _ -> missing(now);
            case Offer.Pricing _, Offer.Pay _, Offer.AddAndPay _ -> texts.say("hint.ready");
            case Offer.Work _ -> texts.say("hint.busy");
            case Offer.Doubt _ -> texts.say("hint.checking");
            case Offer.PrintPaid _ -> texts.say("hint.paid");
            case Offer.Done _, Offer.Next _ -> texts.say("hint.printed");
        };
    }

    /// The notice of a situation, if there is something to be said.
    Optional<Said> notice(Situation now, Optional<Printing> sample) {
        if (now.stage().isOpen() && sample.isPresent()) {
            return sampled(sample.get());
        }
        return switch (now.stage()) {
            case Stage.Open _ -> open(now);
            case Stage.NotCharged(var why) -> Optional.of(notCharged(why));
            case Stage.CannotPrint(var reason) ->
                    said(Tone.ACCENT, texts.say("not.charged"), reason, Deed.OTHER_PRINTER);
            case Stage.FundsNotTaken(var why) ->
                    said(
                            Tone.ACCENT,
                            texts.say("not.taken"),
                            wording.of(why),
                            helpOr(Deed.OTHER_AMOUNT, why));
            case Stage.FundsInDoubt(var amount, var doubt, _) ->
                    said(
                            Tone.WARNING,
                            texts.say("funds.checking", amount),
                            wording.of(doubt),
                            help(doubt));
            case Stage.Adding _, Stage.Reserving _, Stage.Signing _ -> Optional.empty();
            case Stage.Checking checking -> Optional.of(inDoubt(checking));
            case Stage.Asking(var checking) -> Optional.of(inDoubt(checking));
            case Stage.Found(var piece) -> said(Tone.SUCCESS, once(piece), texts.say("found.text"));
            case Stage.Printing(var piece, var where) ->
                    said(Tone.SUCCESS, once(piece), printing(where));
            case Stage.Unprinted(var piece, var reason) ->
                    said(
                            Tone.WARNING,
                            texts.say("unprinted", price(piece)),
                            reason + " " + texts.say("unprinted.free"),
                            Deed.OTHER_PRINTER);
            case Stage.Printed(var piece, var where, _) ->
                    said(Tone.SUCCESS, once(piece), out("printed.text", where));
        };
    }

    /// The same notice with what the data center said, where the meter is locked.
    Optional<Said> details(Situation now) {
        return now.stage() instanceof Stage.NotCharged(Refusal.MeterLocked locked)
                ? said(
                        Tone.DANGER,
                        texts.say("locked"),
                        wording.of(locked) + "\n" + locked.detail())
                : Optional.empty();
    }

    private Optional<Said> sampled(Printing sample) {
        return switch (sample) {
            case Printing.Out(var where) ->
                    said(Tone.ACCENT, texts.say("nothing"), out("sample.text", where));
            case Printing.NotOut(var reason) ->
                    said(Tone.ACCENT, texts.say("nothing"), reason, Deed.OTHER_PRINTER);
        };
    }

    private Optional<Said> open(Situation now) {
        if (now.price() instanceof Price.NotKnown(var why)) {
            return said(
                    Tone.ACCENT,
                    texts.say("nothing"),
                    wording.of(why),
                    helpOr(Deed.TRY_AGAIN, why));
        }
        return now.offer() instanceof Offer.AddAndPay
                        && now.price() instanceof Price.Quoted(var quote)
                ? said(
                        Tone.ACCENT,
                        texts.say("not.charged"),
                        texts.say(
                                "too.little", quote.total(), now.available().orElse(Postage.ZERO)),
                        Deed.OTHER_AMOUNT)
                : Optional.empty();
    }

    private Said notCharged(Refusal why) {
        boolean isLocked = why instanceof Refusal.MeterLocked;
        return new Said(
                isLocked ? Tone.DANGER : Tone.ACCENT,
                texts.say(isLocked ? "locked" : "not.charged"),
                why instanceof Refusal.GivenUp ? texts.say("given.up") : wording.of(why),
                help(why));
    }

    /// The button that helps; none where the filled one does.
    private static List<Deed> help(Refusal why) {
        return switch (why) {
            case Refusal.MeterLocked _ -> List.of(Deed.DETAILS);
            case Refusal.PriceChanged _, Refusal.WrongDate _, Refusal.GivenUp _ -> List.of();
            case Refusal.InsufficientFunds _ -> List.of(Deed.OTHER_AMOUNT);
            case Refusal.SignedOut _, Refusal.NotEnrolled _ -> List.of(Deed.SIGN_ON);
            case Refusal.Offline _,
                    Refusal.DoesNotAnswer _,
                    Refusal.NotTrusted _,
                    Refusal.WaitsFor _,
                    Refusal.Overtaken _,
                    Refusal.NeverAsked _,
                    Refusal.Unreadable _,
                    Refusal.Earlier _,
                    Refusal.Said _ ->
                    List.of(Deed.TRY_AGAIN);
        };
    }

    private static Deed helpOr(Deed other, Refusal why) {
        return help(why).contains(Deed.SIGN_ON) ? Deed.SIGN_ON : other;
    }

    private static Deed help(Doubt doubt) {
        return doubt == Doubt.SIGNED_OUT ? Deed.SIGN_ON : Deed.CHECK;
    }

    private Said inDoubt(Stage.Checking checking) {
        boolean isLong = checking.times() > MANY_TIMES;
        return new Said(
                Tone.WARNING,
                texts.say(isLong ? "still.checking" : "checking"),
                isLong && checking.doubt() == Doubt.NO_ANSWER
                        ? texts.say("still.checking.text")
                        : wording.of(checking.doubt()),
                List.of(help(checking.doubt())));
    }

    /// The first thing that keeps the piece from being paid for.
    private String missing(Situation now) {
        if (now.filled() instanceof Filled.Lacking(var about, var where)) {
            return texts.say("missing." + about, where);
        }
        if (now.picture() instanceof Picture.DoesNotFit(var reason)) {
            return reason;
        }
        return switch (now.price()) {
            case Price.NotMailable(var sentence) -> sentence;
            case Price.NotKnown _ -> texts.say("missing.price");
            case Price.Unknown _, Price.Asking _, Price.Quoted _ ->
                    texts.say(now.hasPrinter() ? "missing.price" : "missing.printer");
        };
    }

    private String once(PaidPiece piece) {
        return texts.say("charged", price(piece));
    }

    private String printing(String where) {
        return where.equals(PdfRoom.NAME)
                ? texts.say("saving.text")
                : texts.say("printing.text", where);
    }

    /// Where it came out: a printer, or a file in a folder.
    private String out(String key, String where) {
        int folder = Math.max(where.lastIndexOf('/'), where.lastIndexOf('\\'));
        return where.endsWith(".pdf") && folder > 0
                ? texts.say("saved.text", where.substring(folder + 1), where.substring(0, folder))
                : texts.say(key, where);
    }

    private static Postage price(PaidPiece piece) {
        return piece.indicium().indicium().postage();
    }

    private static Optional<Said> said(Tone tone, String title, String text, Deed... deeds) {
        return Optional.of(new Said(tone, title, text, List.of(deeds)));
    }
}
