package org.franklin.client.story;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.datacenter.MailerFolder;
import org.franklin.client.datacenter.PostageDesk;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Timeouts;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.print.Stock;
import org.franklin.model.mail.Address;
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
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/// A small office with the client's own code, in a folder of its own.
public final class Mailer implements AutoCloseable {

    public static final UserName USER = new UserName("story.office");
    public static final String PASSWORD = "correct horse battery staple";

    static final Address FROM =
            new Address(
                    List.of("Story Office", "12 Spruce St"), "Albany", "NY", new ZipCode("12207"));
    static final Address TO =
            new Address(
                    List.of("Dana Whitfield", "2140 SW Harbor St Ste 400"),
                    "Portland",
                    "OR",
                    new ZipCode("972014418"));

    private static final Timeouts QUICK =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final MailerFolder folder;
    private final PostageDesk desk;

    public Mailer(Path dir, DataCenterIdentity dataCenter) {
        var opened = MailerFolder.open(dir, Clock.systemUTC(), new SecureRandom());
        folder = assertInstanceOf(MailerFolder.Opened.Ready.class, opened).folder();
        assertInstanceOf(MailerFolder.Pinning.Pinned.class, folder.pin(dataCenter));
        desk = new PostageDesk(folder, QUICK);
    }

    public static Mailer funded(Path dir, DataCenterIdentity dataCenter) {
        var mailer = new Mailer(dir, dataCenter);
        assertInstanceOf(
                SigningOn.Done.class,
                mailer.desk.signUp(
                        USER, PASSWORD.toCharArray(), "Story Office", PaymentMethod.SANDBOX_ACH));
        assertInstanceOf(
                Funding.Added.class,
                mailer.desk.refill(
                        new Refill(
                                UUID.randomUUID(),
                                Postage.ofDollars(100),
                                PaymentMethod.SANDBOX_ACH)));
        return mailer;
    }

    public PostageDesk desk() {
        return desk;
    }

    public Mailer signedOn() {
        assertInstanceOf(SigningOn.Done.class, desk.signOn(USER, PASSWORD.toCharArray()));
        return this;
    }

    public Postage balance() {
        if (desk.account() instanceof Asked.Given<Balance>(var balance)) {
            return balance.account().registers().descending();
        }
        throw new AssertionError("no balance");
    }

    public Draft letters(int count, Stock stock) {
        if (!(desk.quote(Collections.nCopies(count, letter()))
                instanceof Asked.Given<Quote>(var quote))) {
            throw new AssertionError("no quote");
        }
        var plan = new PrintPlan.Kept(TO, FROM, stock.name(), "First-Class Mail", "", "");
        return new Draft(DraftId.draw(new SecureRandom()), quote, Collections.nCopies(count, plan));
    }

    static Mailpiece letter() {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                Weight.ofOunces(1),
                List.of(),
                FROM.zip(),
                TO.zip(),
                LocalDate.now(Clock.systemUTC()));
    }

    /// Ends this run; another may open the same folder.
    @Override
    public void close() {
        desk.close();
        folder.close();
    }
}
