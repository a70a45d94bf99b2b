package org.franklin.datacenter.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.datacenter.crash.Question.Visitor;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.rates.PriceTables;
import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.QuoteRequest;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/// One device of an office, at work: it draws what to do, notes it, and sends the same bytes until
/// it has the outcome.
final class OfficeClient {

    private static final QuotePostage QUOTES = new QuotePostage(PriceTables.published());
    private static final int MOST_GUESTS = 2;

    /// One mailer, whose devices share a meter. Its first device makes it.
    record Office(UserName user, CountDownLatch founded) {
        Office(String name) {
            this(new UserName(name), new CountDownLatch(1));
        }
    }

    private final Front front;
    private final Office office;
    private final Keys keys;
    private final Random random;
    private final Outbox outbox = new Outbox();
    private final App app = new App();
    private final LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    private int guests;

    OfficeClient(Front front, Office office, Keys keys, Random random) {
        this.front = front;
        this.office = office;
        this.keys = keys;
        this.random = random;
    }

    /// The first device of its office.
    Outbox foundAndWork(BooleanSupplier on) {
        var sealed = App.seal(keys, Purpose.SIGN_UP, office.user, App.PASSWORD, app.key());
        var asked =
                new SignUp(
                        office.user,
                        "Franklin Demo Office",
                        PaymentMethod.SANDBOX_ACH,
                        SignUp.AGREEMENT,
                        sealed);
        var answer = settled(new Question.Found(asked));
        // An earlier try made the mailer, and its answer was lost.
        var enrolled = answer instanceof Answer.Joined(var first) ? first : joined(app);
        office.founded.countDown();
        return work(enrolled, on);
    }

    /// Any other device.
    Outbox joinAndWork(BooleanSupplier on) throws InterruptedException {
        office.founded.await();
        return work(joined(app), on);
    }

    private Enrolled joined(App device) {
        var sealed = App.seal(keys, Purpose.ENROL, office.user, App.PASSWORD, device.key());
        var answer = settled(new Question.Join(new SignOn(office.user, sealed)));
        return assertInstanceOf(Answer.Joined.class, answer).enrolled();
    }

    private Outbox work(Enrolled me, BooleanSupplier on) {
        var sealed = App.seal(keys, Purpose.SIGN_ON, office.user, App.PASSWORD, app.key());
        var visitor =
                new Visitor(new Session(me.mailer(), me.serial()), new SignOn(office.user, sealed));
        for (long sequence = 1; on.getAsBoolean(); sequence++) {
            switch (random.nextInt(20)) {
                case 0, 1 -> refill(visitor);
                case 2 -> guest();
                default -> {}
            }
            int pieces = random.nextInt(4) == 0 ? 2 + random.nextInt(4) : 1;
            switch (random.nextInt(10)) {
                case 0 -> settled(new Question.Serve(visitor, app.sign(cancel(me, sequence))));
                case 1 -> giveUp(me, visitor, sequence, pieces);
                default -> paid(visitor, letters(me, visitor, sequence, pieces));
            }
        }
        return outbox;
    }

    private Answer settled(Question question) {
        outbox.note(question);
        var answer = front.answered(question);
        outbox.settle(question, answer);
        return answer;
    }

    private void paid(Visitor visitor, Question letters) {
        while (settled(letters) instanceof Answer.NoFunds) {
            refill(visitor);
        }
    }

    private void refill(Visitor visitor) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        var amount = Postage.ofDollars(1 + random.nextInt(20));
        settled(new Question.Fill(visitor, UUID.nameUUIDFromBytes(id).toString(), amount));
    }

    private void guest() {
        if (guests++ < MOST_GUESTS) {
            joined(new App());
        }
    }

    /// Asks, and gives the number up before the answer is here: one of both wins, for ever.
    private void giveUp(Enrolled me, Visitor visitor, long sequence, int pieces) {
        var letters = letters(me, visitor, sequence, pieces);
        outbox.note(letters);
        var beside = Thread.ofVirtual().start(() -> front.tried(letters));
        var given = settled(new Question.Serve(visitor, app.sign(cancel(me, sequence))));
        join(beside);
        assertEquals(given, settled(letters));
    }

    private static void join(Thread beside) {
        try {
            beside.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static MeterRequest cancel(Enrolled me, long sequence) {
        return new MeterRequest.Cancel(me.serial(), me.device(), sequence);
    }

    private Question letters(Enrolled me, Visitor visitor, long sequence, int pieces) {
        var quote =
                assertInstanceOf(
                                QuotePostage.Result.Quoted.class,
                                QUOTES.quote(
                                        new QuoteRequest(
                                                Collections.nCopies(
                                                        pieces, Mailer.letter(tomorrow)))))
                        .quote();
        return new Question.Serve(
                visitor,
                app.sign(
                        new MeterRequest.Dispense(
                                me.serial(), me.device(), sequence, quote.id(), quote.pieces())));
    }

    static MeterReply reply(Answer answer) {
        return switch (answer) {
            case Answer.Replied(var reply) -> MeterReply.decode(reply).orThrow();
            case Answer.Joined(var enrolled) -> MeterReply.decode(enrolled.reply()).orThrow();
            case Answer.Published _,
                    Answer.NameTaken _,
                    Answer.NoFunds _,
                    Answer.Pending _,
                    Answer.Refused _ ->
                    throw new AssertionError("no outcome: " + answer);
        };
    }
}
