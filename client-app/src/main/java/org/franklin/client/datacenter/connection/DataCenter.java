package org.franklin.client.datacenter.connection;

import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Account;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.QuoteRequest;
import org.franklin.model.wire.Refill;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;
import org.franklin.model.wire.SignedOn;
import org.franklin.model.wire.Statement;

import java.util.UUID;

/// The routes of the data center, one method each. Calls block.
public final class DataCenter implements AutoCloseable {

    /// The most steps in one page of a statement.
    public static final int PAGE = 100;

    /// Holds a page in which every step is a batch of 1,000 pieces.
    private static final int LONGEST_PAGE = 16 << 20;

    private final Connection connection;

    public DataCenter(Connection connection) {
        this.connection = connection;
    }

    public Answer<Keys> keys() {
        return connection.get("/v1/keys", Keys.class, SessionToken.NONE);
    }

    public Answer<Enrolled> signUp(SignUp signUp) {
        return connection.post("/v1/mailers", signUp, Enrolled.class, SessionToken.NONE);
    }

    public Answer<Enrolled> enrol(SignOn signOn) {
        return connection.post("/v1/devices", signOn, Enrolled.class, SessionToken.NONE);
    }

    public Answer<Enrolled> recover(SignOn signOn) {
        return connection.post("/v1/devices/recovery", signOn, Enrolled.class, SessionToken.NONE);
    }

    public Answer<SignedOn> signOn(SignOn signOn) {
        return connection.post("/v1/sessions", signOn, SignedOn.class, SessionToken.NONE);
    }

    public Answer<Boolean> signOff(SessionToken session) {
        return connection.delete("/v1/sessions/current", session);
    }

    public Answer<Account> account(SessionToken session) {
        return connection.get("/v1/account", Account.class, session);
    }

    public Answer<Quote> quote(QuoteRequest request, SessionToken session) {
        return connection.post("/v1/quotes", request, Quote.class, session);
    }

    public Answer<Outcome> request(
            SerialNumber serial, DeviceSigned request, SessionToken session) {
        return connection.post(meter(serial) + "/requests", request, Outcome.class, session);
    }

    public Answer<Outcome> outcome(
            SerialNumber serial, DeviceId device, long sequence, SessionToken session) {
        String path = meter(serial) + "/requests/" + device.number() + "/" + sequence;
        return connection.get(path, Outcome.class, session);
    }

    public Answer<Outcome> refill(SerialNumber serial, Refill refill, SessionToken session) {
        return connection.post(meter(serial) + "/refills", refill, Outcome.class, session);
    }

    public Answer<Outcome> refillOutcome(SerialNumber serial, UUID id, SessionToken session) {
        return connection.get(meter(serial) + "/refills/" + id, Outcome.class, session);
    }

    /// At most [#PAGE] steps, from the counter on.
    public Answer<Statement> statement(SerialNumber serial, long from, SessionToken session) {
        String path = meter(serial) + "/statement?from=" + from + "&most=" + PAGE;
        return connection.get(path, Statement.class, session, LONGEST_PAGE);
    }

    @Override
    public void close() {
        connection.close();
    }

    private static String meter(SerialNumber serial) {
        return "/v1/meters/" + serial.number();
    }
}
