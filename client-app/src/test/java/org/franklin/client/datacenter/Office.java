package org.franklin.client.datacenter;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Timeouts;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outbox.Evidence;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.Refill;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// One run of a mailer's program in a folder, as far as the desk goes.
final class Office implements AutoCloseable {

    static final UserName USER = new UserName("test.office");
    static final String PASSWORD = "a long enough password";
    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));

    private static final Address TO =
            new Address(List.of("Jo Reader", "1 Test Street"), "PORTLAND", "OR", zip("97201"));
    private static final Address FROM =
            new Address(List.of("Test Office", "2 Test Street"), "SHELTON", "CT", zip("06484"));

    private final MailerFolder folder;
    private final PostageDesk desk;

    private Office(MailerFolder folder, Timeouts timeouts) {
        this.folder = folder;
        this.desk = new PostageDesk(folder, timeouts);
    }

    static MailerFolder folder(Path path) {
        var opened = MailerFolder.open(path, Clock.systemUTC(), new SecureRandom());
        return assertInstanceOf(MailerFolder.Opened.Ready.class, opened).folder();
    }

    static Office open(Path path, DataCenterIdentity identity) {
        return open(path, identity, TIMEOUTS);
    }

    static Office open(Path path, DataCenterIdentity identity, Timeouts timeouts) {
        var folder = folder(path);
        assertInstanceOf(MailerFolder.Pinning.Pinned.class, folder.pin(identity));
        return new Office(folder, timeouts);
    }

    /// An office that has signed up and holds $100.00.
    static Office funded(Path path, DataCenterIdentity identity) {
        return funded(path, identity, TIMEOUTS);
    }

    static Office funded(Path path, DataCenterIdentity identity, Timeouts timeouts) {
        var office = open(path, identity, timeouts);
        assertInstanceOf(SigningOn.Done.class, office.signUp());
        assertInstanceOf(Funding.Added.class, office.desk.refill(refill(100)));
        return office;
    }

    static Refill refill(long dollars) {
        return new Refill(UUID.randomUUID(), Postage.ofDollars(dollars), PaymentMethod.SANDBOX_ACH);
    }

    PostageDesk desk() {
        return desk;
    }

    MailerFolder folder() {
        return folder;
    }

    List<Evidence.Kept> evidence() {
        return folder.outbox().evidence().all();
    }

    SigningOn signUp() {
        return desk.signUp(USER, PASSWORD.toCharArray(), "Test Office", PaymentMethod.SANDBOX_ACH);
    }

    Office signedOn() {
        assertInstanceOf(SigningOn.Done.class, desk.signOn(USER, PASSWORD.toCharArray()));
        return this;
    }

    static Mailpiece piece() {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                Weight.ofOunces(1),
                List.of(ExtraService.CERTIFIED_MAIL),
                zip("06484"),
                zip("97201"),
                LocalDate.now(Clock.systemUTC()));
    }

    Draft draft() {
        return draft(1);
    }

    Draft draft(int pieces) {
        var mailpieces = IntStream.range(0, pieces).mapToObj(_ -> piece()).toList();
        var asked = desk.quote(mailpieces);
        if (!(asked instanceof Asked.Given<Quote>(var quote))) {
            throw new AssertionError("no quote: " + asked);
        }
        return draft(quote);
    }

    static Draft draft(Quote quote) {
        var plan = new PrintPlan.Kept(TO, FROM, "envelope", "First-Class Mail", "ref 7", "");
        return new Draft(
                DraftId.draw(new SecureRandom()),
                quote,
                quote.pieces().stream().map(_ -> plan).toList());
    }

    Purchase.Charged charged(Draft draft) {
        return assertInstanceOf(Purchase.Charged.class, desk.buy(draft));
    }

    static <T extends Refusal> T refusal(Class<T> type, Purchase purchase) {
        return assertInstanceOf(type, assertInstanceOf(Purchase.NotCharged.class, purchase).why());
    }

    /// Ends this run; the next opens the same folder.
    @Override
    public void close() {
        desk.close();
        folder.close();
    }

    private static ZipCode zip(String digits) {
        return new ZipCode(digits);
    }
}
