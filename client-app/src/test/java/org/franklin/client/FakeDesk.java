package org.franklin.client;

import org.franklin.client.datacenter.MailerFolder.Pinning;
import org.franklin.client.datacenter.connection.DataCenterAddress;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.client.datacenter.connection.FirstContact.Seen;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.KeptKeys;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.Resumed;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.signup.Announced;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.Refill;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// A desk that says what a test wants it to say, and remembers what it was asked.
public final class FakeDesk implements FranklinDesk {

    public static final DataCenterIdentity IDENTITY = identity();
    public static final String PASSWORD = "a long enough password";

    public Beginning beginning = new Beginning.FirstRun(new Announced.Address(""));
    public Seen seen =
            new Seen.Authority(IDENTITY, "CN=Specimen", Instant.parse("2046-01-01T00:00:00Z"));
    public Pinning pinning = new Pinning.Pinned();
    public SigningOn signingOn = new SigningOn.Done(session("martha.lindqvist"));
    public SigningOn enrolling = new SigningOn.Done(session("martha.lindqvist"));
    public SigningOn recovering = new SigningOn.Done(session("martha.lindqvist"));
    public Asked<Balance> balance = new Asked.Given<>(Paid.balance("87.26"));
    public Asked<Postage> price = new Asked.Given<>(Postage.parse("0.74"));
    public List<Purchase> purchases = new ArrayList<>();
    public List<PaidPiece> unprinted = List.of();
    public final List<Funding> fundings = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    public final List<Refill> refills = new ArrayList<>();
    public final List<PieceId> printed = new ArrayList<>();
    public final List<FakeRoom> rooms =
            List.of(new FakeRoom("Office laser"), new FakeRoom("Labels"));
    public final List<Draft> drafts = new ArrayList<>();
    public final List<Integer> quotes = new ArrayList<>();
    public final List<Function<Draft, Purchase>> buying = new ArrayList<>();
    public final List<Function<DraftId, Purchase>> checking = new ArrayList<>();
    public Function<List<Mailpiece>, Asked<Quote>> quoting = Paid::quoted;
    public Habits habits = Habits.NONE;
    public VerifiedStatement statement = new VerifiedStatement.NotRead(new Refusal.Offline());
    public Optional<KeptKeys> keys = Optional.empty();

    public static Session session(String user) {
        return new Session(
                new UserName(user),
                new MailerId("0123456789abcdef0123456789abcdef"),
                "Franklin Demo Office",
                Paid.METER,
                new DeviceId(1),
                Instant.parse("2026-11-24T00:00:00Z"));
    }

    public static SigningOn refused(Refusal why) {
        return new SigningOn.NotDone(why);
    }

    @Override
    public Beginning begin() {
        return beginning;
    }

    @Override
    public Seen look(URI url) {
        asked.add("look " + url);
        return seen;
    }

    @Override
    public Pinning pin(DataCenterIdentity identity) {
        asked.add("pin");
        return pinning;
    }

    @Override
    public SigningOn signUp(UserName user, char[] password, String business, PaymentMethod method) {
        asked.add("sign up %s, %s, %s, %d".formatted(user, business, method, password.length));
        Arrays.fill(password, '\0');
        return signingOn;
    }

    @Override
    public SigningOn signOn(UserName user, char[] password) {
        asked.add("sign on " + user + " " + password.length);
        Arrays.fill(password, '\0');
        return signingOn;
    }

    @Override
    public SigningOn enrol(UserName user, char[] password) {
        asked.add("enrol " + user + " " + password.length);
        Arrays.fill(password, '\0');
        return enrolling;
    }

    @Override
    public SigningOn recover(UserName user, char[] password) {
        asked.add("recover " + user + " " + password.length);
        Arrays.fill(password, '\0');
        return recovering;
    }

    @Override
    public void signOff() {
        asked.add("sign off");
    }

    @Override
    public Asked<Balance> account() {
        return balance;
    }

    @Override
    public Asked<Postage> letterPrice() {
        return price;
    }

    @Override
    public List<Purchase> recent(int most) {
        return List.copyOf(purchases);
    }

    @Override
    public Purchase check(DraftId draft) {
        asked.add("check " + draft);
        if (!checking.isEmpty()) {
            return checking.removeFirst().apply(draft);
        }
        purchases.removeIf(purchase -> purchase.draft().equals(draft));
        return new Purchase.NotCharged(draft, new Refusal.GivenUp());
    }

    @Override
    public Funding refill(Refill refill) {
        refills.add(refill);
        return fundings.removeFirst();
    }

    @Override
    public Funding checkRefill(UUID refill) {
        asked.add("check refill " + refill);
        return fundings.removeFirst();
    }

    @Override
    public Resumed resume() {
        return new Resumed(List.of(), List.of(), unprinted);
    }

    @Override
    public Optional<PaidPiece> markPrinted(PieceId piece, String where, String reason) {
        printed.add(piece);
        purchases.replaceAll(purchase -> Paid.printed(purchase, piece, where, reason));
        return Optional.empty();
    }

    @Override
    public Asked<Quote> quote(List<Mailpiece> pieces) {
        quotes.add(pieces.size());
        return quoting.apply(pieces);
    }

    @Override
    public Optional<Instant> asked(DraftId draft) {
        return purchases.stream()
                .filter(purchase -> purchase.draft().equals(draft))
                .flatMap(purchase ->
                        purchase instanceof Purchase.Charged charged
                                ? Stream.of(charged.receipt().receipt().time())
                                : Stream.empty())
                .findFirst();
    }

    @Override
    public VerifiedStatement statement() {
        return statement;
    }

    @Override
    public Optional<KeptKeys> keptKeys() {
        return keys;
    }

    @Override
    public Purchase buy(Draft draft, Runnable stored) {
        stored.run();
        drafts.add(draft);
        return buying.removeFirst().apply(draft);
    }

    @Override
    public List<PrintRoom> printRooms() {
        return List.copyOf(rooms);
    }

    @Override
    public Habits habits() {
        return habits;
    }

    @Override
    public void keep(Habits chosen) {
        habits = chosen;
    }

    @Override
    public void close() {
        asked.add("close");
    }

    private static DataCenterIdentity identity() {
        var authority = Bytes.of("an authority".getBytes(StandardCharsets.UTF_8));
        return new DataCenterIdentity(
                new DataCenterAddress(
                        URI.create("https://meter.example:8443"), Fingerprint.of(authority)),
                authority);
    }
}
