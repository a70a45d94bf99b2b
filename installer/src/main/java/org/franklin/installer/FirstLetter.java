package org.franklin.installer;

import org.franklin.client.datacenter.MailerFolder;
import org.franklin.client.datacenter.PostageDesk;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Timeouts;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.PaidPieceLayout;
import org.franklin.client.print.PdfRenderer;
import org.franklin.client.print.PictureRenderer;
import org.franklin.client.print.Stock;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.UserName;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import javax.imageio.ImageIO;

/// The demo mailer's side: signs on, pays for one letter, prints it to files, scans the picture
/// back and verifies what was scanned, without a network, by the Post's public keys.
///
/// It calls what the desktop program calls, and says each step in a line.
final class FirstLetter {

    static final String PDF = "first-letter.pdf";
    static final String PICTURE = "first-letter.png";

    /// A step that did not come out as it should, in words for the person at the terminal.
    static final class Stopped extends Exception {
        Stopped(String message) {
            super(message);
        }
    }

    private static final Address FROM =
            new Address(
                    List.of("Franklin Demo Office", "12 Spruce St"),
                    "Albany",
                    "NY",
                    ZipCode.parse("12207-1180"));
    private static final Address TO =
            new Address(
                    List.of("Dana Whitfield", "Whitfield & Marsh", "2140 SW Harbor St Ste 400"),
                    "Portland",
                    "OR",
                    ZipCode.parse("97201-4418"));

    private static final PrintPlan.Kept PLAN =
            new PrintPlan.Kept(
                    TO,
                    FROM,
                    Stock.ENVELOPE_10.name(),
                    MailClass.FIRST_CLASS.title(),
                    "First letter",
                    "");

    private final Path dir;
    private final LocalDate today;
    private final RandomGenerator random;
    private final Consumer<String> line;

    FirstLetter(Path dir, LocalDate today, RandomGenerator random, Consumer<String> line) {
        this.dir = dir;
        this.today = today;
        this.random = random;
        this.line = line;
    }

    void send(MailerFolder folder, DataCenterIdentity dataCenter, UserName user, char[] password)
            throws Stopped, IOException {
        if (folder.pin(dataCenter) instanceof MailerFolder.Pinning.OtherAuthority) {
            throw new Stopped(
                    "The mailer's files belong to another data center: start with --fresh.");
        }
        try (var desk = new PostageDesk(folder, Timeouts.USUAL)) {
            Session session = signOn(desk, user, password);
            line.accept("Signed on as " + user + ": meter " + session.serial() + ".");
            desk.resume();
            line.accept("Balance before: " + balance(desk) + " of specimen postage.");
            Purchase.Charged charged = buy(desk);
            line.accept(
                    "Charged "
                            + charged.amount()
                            + ", once: piece "
                            + charged.receipt().receipt().pieces()
                            + ", signed by the meter box.");
            print(charged.pieces().getFirst());
            desk.markPrinted(charged.pieces().getFirst().id(), PDF, "");
            // The window that opens next knows the sender already.
            folder.keep(folder.habits().after(PLAN, ""));
            line.accept("Scanned " + PICTURE + " and verified it offline: " + verdict(desk));
            line.accept("Statement: " + statement(desk));
            line.accept("Balance after: " + balance(desk) + ".");
        }
    }

    /// An enrolled device signs on; a new one is enrolled first, by the same password.
    private static Session signOn(PostageDesk desk, UserName user, char[] password) throws Stopped {
        SigningOn first = desk.signOn(user, password.clone());
        SigningOn last =
                first instanceof SigningOn.NotDone(var why) && why instanceof Refusal.NotEnrolled
                        ? desk.enrol(user, password)
                        : first;
        return switch (last) {
            case SigningOn.Done(var session) -> session;
            case SigningOn.NotDone(var why) -> throw new Stopped(why.sentence());
        };
    }

    private static String balance(PostageDesk desk) throws Stopped {
        Balance balance = given(desk.account());
        return balance.available().toString();
    }

    private Purchase.Charged buy(PostageDesk desk) throws Stopped {
        var piece =
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        FROM.zip().five(),
                        TO.zip(),
                        today);
        var quote = given(desk.quote(List.of(piece)));
        return switch (desk.buy(new Draft(DraftId.draw(random), quote, List.of(PLAN)))) {
            case Purchase.Charged charged -> charged;
            case Purchase.NotCharged(_, var why) ->
                    throw new Stopped("You were not charged. " + why.sentence());
            case Purchase.Checking(_, _, _, var doubt) ->
                    throw new Stopped(
                            "We are checking whether you were charged. " + doubt.sentence());
        };
    }

    private void print(PaidPiece piece) throws Stopped, IOException {
        Page page = page(piece, Resolution.DPI_600);
        try (OutputStream pdf = to(PDF)) {
            new PdfRenderer().write(List.of(page), pdf);
        }
        try (OutputStream picture = to(PICTURE)) {
            new PictureRenderer().writePng(page(piece, Resolution.DPI_300), picture);
        }
        line.accept("Printed to " + dir.resolve(PDF) + ",");
        line.accept("       and " + dir.resolve(PICTURE) + ".");
    }

    private OutputStream to(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(dir.resolve(name)));
    }

    private static Page page(PaidPiece piece, Resolution resolution) throws Stopped {
        return switch (PaidPieceLayout.lay(piece, resolution)) {
            case LaidOut.Fits(var page) -> page;
            case LaidOut.DoesNotFit(var reason) -> throw new Stopped(reason);
        };
    }

    private String verdict(PostageDesk desk) throws Stopped, IOException {
        VerificationKeys keys =
                desk.verificationKeys()
                        .orElseThrow(() -> new Stopped("The Post's keys have not come yet."));
        var scanned = new SymbolReader().read(ImageIO.read(dir.resolve(PICTURE).toFile()));
        return switch (scanned) {
            case Decoded.Malformed<Bytes>(var reason) -> throw new Stopped(reason);
            case Decoded.Valid<Bytes>(var symbol) ->
                    genuine(new IndiciumVerifier(keys).verify(symbol));
        };
    }

    private static String genuine(Verdict verdict) throws Stopped {
        if (!(verdict instanceof Verdict.GenuineSpecimen)) {
            throw new Stopped(verdict.sentence());
        }
        return verdict.sentence();
    }

    private static String statement(PostageDesk desk) throws Stopped {
        return switch (desk.statement()) {
            case VerifiedStatement.Holds(var steps, var registers, var refilled) ->
                    "%d signed steps chain; refilled %s = spent %s + left %s."
                            .formatted(
                                    steps.size(),
                                    refilled,
                                    registers.ascending(),
                                    registers.descending());
            case VerifiedStatement.Broken(var counter, var law) ->
                    throw new Stopped("The history breaks at step " + counter + ": " + law);
            case VerifiedStatement.NotRead(var why) -> throw new Stopped(why.sentence());
        };
    }

    private static <T> T given(Asked<T> asked) throws Stopped {
        return switch (asked) {
            case Asked.Given<T>(var value) -> value;
            case Asked.NotGiven<T>(var why) -> throw new Stopped(why.sentence());
        };
    }
}
