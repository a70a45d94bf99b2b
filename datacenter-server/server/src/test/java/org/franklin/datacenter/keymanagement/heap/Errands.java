package org.franklin.datacenter.keymanagement.heap;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.FunctionServer;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.datacenter.function.signon.SignOnDevice;
import org.franklin.datacenter.function.signon.SignUpMailer;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.QuoteRequest;
import org.franklin.model.wire.Refill;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// A few steps of every box, through the function server: sign-up, sign-on, refill, postage.
final class Errands {

    private static final UserName ANNA = new UserName("anna");

    private final FunctionServer functions;
    private final App app = new App();

    Errands(FunctionServer functions) {
        this.functions = functions;
    }

    void run() {
        Enrolled enrolled = signUp();
        var session = new Session(enrolled.mailer(), enrolled.serial());
        var sealed = App.seal(keys(), Purpose.SIGN_ON, ANNA, App.PASSWORD, app.key());
        assertInstanceOf(
                SignOnDevice.Result.Opened.class,
                functions.signOn().signOn(new SignOn(ANNA, sealed)));
        var refill =
                new Refill(UUID.randomUUID(), Postage.ofDollars(20), PaymentMethod.SANDBOX_ACH);
        assertInstanceOf(
                RefillMeter.Result.Refilled.class,
                functions.refills().refill(session, enrolled.serial(), refill));
        for (int i = 1; i <= 3; i++) {
            post(enrolled, session, i);
        }
    }

    private Keys keys() {
        return assertInstanceOf(PublishedKeys.Result.Published.class, functions.keys().keys())
                .keys();
    }

    private Enrolled signUp() {
        var asked =
                new SignUp(
                        ANNA,
                        "Anna's Office",
                        PaymentMethod.SANDBOX_ACH,
                        SignUp.AGREEMENT,
                        App.seal(keys(), Purpose.SIGN_UP, ANNA, App.PASSWORD, app.key()));
        return assertInstanceOf(
                        SignUpMailer.Result.SignedUp.class, functions.signUp().signUp(asked))
                .enrolled();
    }

    private void post(Enrolled enrolled, Session session, int sequence) {
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        var quote =
                assertInstanceOf(
                                QuotePostage.Result.Quoted.class,
                                functions
                                        .quotes()
                                        .quote(new QuoteRequest(List.of(Mailer.letter(tomorrow)))))
                        .quote();
        var request =
                app.sign(
                        new Dispense(
                                enrolled.serial(),
                                enrolled.device(),
                                sequence,
                                quote.id(),
                                quote.pieces()));
        assertInstanceOf(
                DispensePostage.Result.Answered.class,
                functions.postage().dispense(session, enrolled.serial(), request));
    }
}
