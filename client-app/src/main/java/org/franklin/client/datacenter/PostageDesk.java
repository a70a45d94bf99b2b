package org.franklin.client.datacenter;

import org.franklin.client.datacenter.connection.Answer;
import org.franklin.client.datacenter.connection.Connection;
import org.franklin.client.datacenter.connection.DataCenter;
import org.franklin.client.datacenter.connection.SessionToken;
import org.franklin.client.datacenter.connection.Timeouts;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.draft.PrintPlan;
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
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.wire.Account;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.QuoteRequest;
import org.franklin.model.wire.Refill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The one place where windows, and programs without windows, deal with the data center.
///
/// Methods block, may be called from any thread, and never throw for what a network or a data
/// center does: each outcome says whether money was taken. What is asked for twice under one id is
/// paid once.
public final class PostageDesk implements AutoCloseable {

    private final MailerFolder folder;
    private final DataCenter dataCenter;
    private final PostKeys keys;
    private final FrontDoor door;
    private final Purchases purchases;
    private final Outcomes outcomes;
    private final Refilling refilling;
    private final History history;

    /// Serves an open folder in which a data center is pinned. Closing the desk leaves the folder
    /// open.
    public PostageDesk(MailerFolder folder, Timeouts timeouts) {
        var identity =
                folder.pinned()
                        .orElseThrow(() -> new IllegalStateException("pin a data center first"));
        var outbox = folder.outbox();
        this.folder = folder;
        this.dataCenter = new DataCenter(new Connection(identity, timeouts));
        this.keys = new PostKeys(dataCenter, folder.settings());
        this.door = new FrontDoor(dataCenter, keys, folder);
        this.outcomes = new Outcomes(outbox, keys);
        this.purchases = new Purchases(dataCenter, door, folder.key(), outcomes);
        this.refilling = new Refilling(dataCenter, door, outcomes, outbox.refills());
        this.history = new History(dataCenter, door, keys, outbox);
    }

    /// Makes a mailer, a meter and this device's enrolment, then signs on. The password is wiped.
    public SigningOn signUp(UserName user, char[] password, String business, PaymentMethod method) {
        return door.signUp(user, password, business, method);
    }

    /// Signs on from an enrolled device. The password is wiped.
    public SigningOn signOn(UserName user, char[] password) {
        return door.signOn(user, password);
    }

    /// Enrols this device at the mailer's meter, then signs on. The password is wiped.
    public SigningOn enrol(UserName user, char[] password) {
        return door.enrol(user, password);
    }

    /// Enrols this device in place of all that the meter has, then signs on: for a mailer who lost
    /// a computer, or has as many as a meter can hold. The password is wiped.
    public SigningOn recover(UserName user, char[] password) {
        return door.recover(user, password);
    }

    public void signOff() {
        door.signOff();
    }

    public Optional<Session> session() {
        return door.session().map(OpenSession::who);
    }

    public Asked<Balance> account() {
        return switch (ask(dataCenter::account)) {
            case Asked.Given<Account>(var account) ->
                    new Asked.Given<>(new Balance(account, folder.outbox().requests().setAside()));
            case Asked.NotGiven<Account>(var why) -> new Asked.NotGiven<>(why);
        };
    }

    /// The prices of 1 to 1,000 pieces.
    public Asked<Quote> quote(List<Mailpiece> pieces) {
        if (pieces.isEmpty() || pieces.size() > Dispense.MOST_PIECES) {
            return new Asked.NotGiven<>(
                    new Refusal.Said(
                            Problem.of(
                                    ProblemType.NOT_MAILABLE, "Ask for 1 to 1,000 pieces.", "")));
        }
        var asked = ask(token -> dataCenter.quote(new QuoteRequest(pieces), token));
        return asked instanceof Asked.Given<Quote>(var quote) && !quote.isFor(pieces)
                ? new Asked.NotGiven<>(new Refusal.Unreadable("the quote is for other pieces"))
                : asked;
    }

    /// Pays for a draft. A draft that is being checked is checked again; one that is paid stays so.
    public Purchase buy(Draft draft) {
        return buy(draft, () -> {});
    }

    /// The same; `stored` hears on the way that the request is on disk and about to be sent.
    public Purchase buy(Draft draft, Runnable stored) {
        return purchases.buy(draft, stored);
    }

    /// Asks again with the same bytes, if the draft has no outcome yet.
    public Purchase check(DraftId draft) {
        return purchases.check(draft);
    }

    /// Gives a draft up that is being checked. It may turn out to be charged already.
    public Purchase giveUp(DraftId draft) {
        return purchases.giveUp(draft);
    }

    /// For the first minute after signing on: finishes what an earlier run left open, and fetches
    /// outcomes that an outbox from a backup lacks. Without a session it only looks.
    public Resumed resume() {
        return new Resumed(purchases.resume(), refilling.resume(), unprinted());
    }

    /// Refills the meter; the refill's id is drawn once for each wish.
    public Funding refill(Refill refill) {
        return refilling.refill(refill);
    }

    public Funding checkRefill(UUID refill) {
        return refilling.check(refill);
    }

    /// Pieces that are paid and were never printed.
    public List<PaidPiece> unprinted() {
        return folder.outbox().requests().unprinted();
    }

    /// Where the last drafts stand, the newest first, without asking the data center.
    public List<Purchase> recent(int most) {
        var requests = folder.outbox().requests();
        return requests.recent(most).stream()
                .map(draft -> outcomes.purchase(draft, requests.standing(draft)))
                .toList();
    }

    /// Counts a printing, with the reason if it is one more; nothing if there is no such paid
    /// piece.
    public Optional<PaidPiece> markPrinted(PieceId piece, String where, String reason) {
        return folder.outbox().requests().markPrinted(piece, where, reason);
    }

    /// The meter's whole history, proven on this computer.
    public VerifiedStatement statement() {
        return history.statement();
    }

    /// Takes the pieces of a step that the meter's history shows, and this computer does not hold,
    /// into its outbox: those of a computer that is gone. They have no address until one is given.
    /// Nothing if the step does not prove itself.
    public Optional<Purchase> takeOver(MeterReply.Issued step) {
        return outcomes.takeOver(step);
    }

    /// Gives a paid piece whose address was lost an address, of the ZIP codes that were paid for;
    /// nothing if there is no such piece.
    public Optional<PaidPiece> address(PieceId piece, PrintPlan.Kept plan) {
        return folder.outbox().requests().address(piece, plan);
    }

    /// The Post's keys as they came last, for verifying without a network.
    public Optional<VerificationKeys> verificationKeys() {
        return keys.kept();
    }

    /// The same keys, with the time when they came.
    public Optional<KeptKeys> keptKeys() {
        return keys.keptSince();
    }

    /// When this computer asked for a draft that is charged or being checked; nothing if it is not
    /// known here.
    public Optional<Instant> asked(DraftId draft) {
        return folder.outbox().requests().asked(draft);
    }

    @Override
    public void close() {
        dataCenter.close();
    }

    private <T> Asked<T> ask(Function<SessionToken, Answer<T>> question) {
        var session = door.session();
        if (session.isEmpty()) {
            return new Asked.NotGiven<>(new Refusal.SignedOut());
        }
        return switch (question.apply(session.get().token())) {
            case Answer.Ok<T>(var value) -> new Asked.Given<>(value);
            case Answer.NotSent<T> notSent -> new Asked.NotGiven<>(Refusals.of(notSent));
            case Answer.Lost<T>(var reason) -> new Asked.NotGiven<>(new Refusal.Unreadable(reason));
            case Answer.Refused<T>(var problem) -> {
                var why = Refusals.of(problem);
                if (why instanceof Refusal.SignedOut) {
                    door.expire();
                }
                yield new Asked.NotGiven<>(why);
            }
        };
    }
}
