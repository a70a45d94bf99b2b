package org.franklin.benchmarks;

import org.franklin.client.datacenter.MailerFolder;
import org.franklin.client.datacenter.PostageDesk;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.FirstContact;
import org.franklin.client.datacenter.connection.Timeouts;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.print.Stock;
import org.franklin.datacenter.DataCenter;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.Installation;
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

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A data center in this process, and an office with $10,000.00 that speaks to it over TLS.
final class Office implements AutoCloseable {

    private static final Address HERE =
            new Address(
                    List.of("Benchmark Office", "1 Test St"), "Albany", "NY", new ZipCode("12207"));
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataCenter dataCenter;
    private final MailerFolder folder;
    private final PostageDesk desk;

    private Office(DataCenter dataCenter, MailerFolder folder, PostageDesk desk) {
        this.dataCenter = dataCenter;
        this.folder = folder;
        this.desk = desk;
    }

    static Office open(Path dir) throws IOException {
        var config = DataCenterConfig.USUAL.onPorts(0, 0);
        var opening =
                Installation.create(dir.resolve("datacenter"), config, Clock.systemUTC(), RANDOM);
        if (!(opening instanceof Installation.Opening.Opened(var installation))) {
            throw new IllegalStateException("no installation: " + opening);
        }
        var dataCenter = new DataCenter(installation, config, Clock.systemUTC(), RANDOM);
        var address = dataCenter.start();
        var opened = MailerFolder.open(dir.resolve("mailer"), Clock.systemUTC(), RANDOM);
        if (!(opened instanceof MailerFolder.Opened.Ready(var folder))) {
            throw new IllegalStateException("no folder: " + opened);
        }
        folder.pin(identity(address));
        var office = new Office(dataCenter, folder, new PostageDesk(folder, Timeouts.USUAL));
        office.signUpAndFund();
        return office;
    }

    private static DataCenterIdentity identity(DataCenter.Address address) {
        var seen = new FirstContact(Timeouts.USUAL).look(address.apps());
        if (seen instanceof FirstContact.Seen.Authority authority) {
            return authority.identity();
        }
        throw new IllegalStateException("no authority: " + seen);
    }

    private void signUpAndFund() {
        var signedUp =
                desk.signUp(
                        new UserName("benchmark"),
                        "correct horse battery staple".toCharArray(),
                        "Benchmark Office",
                        PaymentMethod.SANDBOX_ACH);
        var refill =
                new Refill(UUID.randomUUID(), Postage.ofDollars(10_000), PaymentMethod.SANDBOX_ACH);
        if (!(signedUp instanceof SigningOn.Done)
                || !(desk.refill(refill) instanceof Funding.Added)) {
            throw new IllegalStateException("not signed up and funded: " + signedUp);
        }
    }

    PostageDesk desk() {
        return desk;
    }

    /// Requests for one letter each.
    List<Draft> letters(int count) {
        var quote = quote(List.of(letter()));
        return Stream.generate(() -> draft(quote)).limit(count).toList();
    }

    /// One request for many labels.
    Draft labels(int pieces) {
        return draft(quote(Stream.generate(Office::letter).limit(pieces).toList()));
    }

    private Quote quote(List<Mailpiece> pieces) {
        if (desk.quote(pieces) instanceof Asked.Given<Quote>(var quote)) {
            return quote;
        }
        throw new IllegalStateException("no quote");
    }

    private static Draft draft(Quote quote) {
        var plan =
                new PrintPlan.Kept(
                        HERE, HERE, Stock.LABEL_4X6.name(), "First-Class Mail", "bench", "");
        return new Draft(
                DraftId.draw(RANDOM), quote, quote.pieces().stream().map(_ -> plan).toList());
    }

    private static Mailpiece letter() {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                Weight.ofOunces(1),
                List.of(),
                HERE.zip(),
                HERE.zip(),
                LocalDate.now(Clock.systemUTC()));
    }

    @Override
    public void close() {
        desk.close();
        folder.close();
        dataCenter.close();
    }
}
