package org.franklin.model.wire;

import org.franklin.model.wire.Problem.Charge;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Every way in which the data center says no.
public enum ProblemType {
    MALFORMED(400, "The request cannot be read"),
    SIGNED_OUT(401, "Sign on first"),
    WRONG_PASSWORD(403, "That password does not fit this name"),
    NOT_YOURS(403, "That is not yours"),
    DEVICE_NOT_ENROLLED(403, "This device is not enrolled"),
    BAD_DEVICE_SIGNATURE(403, "The device's signature does not fit"),
    UNKNOWN_ROUTE(404, "Nothing is here"),
    UNKNOWN_METER(404, "No meter has this serial number"),
    UNKNOWN_DEVICE(404, "The meter has no such device"),
    UNKNOWN_REQUEST(404, "The meter knows no such request"),
    WRONG_METHOD(405, "This route takes another method"),
    USER_NAME_TAKEN(409, "This user name is taken"),
    WEAK_PASSWORD(422, "The password is too short"),
    TOO_MANY_DEVICES(409, "The meter has as many devices as it can hold"),
    LAST_DEVICE(409, "A meter's last device cannot be removed"),
    CONFLICTING_REQUEST(409, "Another request has this number"),
    SEQUENCE_GAP(409, "A request before this one is missing"),
    PRICE_CHANGED(409, "The price has changed"),
    INSUFFICIENT_FUNDS(402, "The meter holds too little"),
    PAYMENT_DECLINED(402, "The payment was declined"),
    TOO_LARGE(413, "The request is too large"),
    NOT_MAILABLE(422, "The piece cannot be mailed like this"),
    WRONG_DATE(422, "The mailing date is not open"),
    METER_LOCKED(423, "The meter is locked"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    DATA_CENTER_FAULT(500, "The data center has a fault", Charge.CHECKING),
    OUTCOME_PENDING(503, "The outcome is not known yet", Charge.CHECKING),
    BOX_OUT_OF_SERVICE(503, "The secure box is out of service");

    private static final String NAMESPACE = "/problems/";

    private final int status;
    private final String title;
    private final Charge charge;

    ProblemType(int status, String title) {
        this(status, title, Charge.NOT_CHARGED);
    }

    ProblemType(int status, String title, Charge charge) {
        this.status = status;
        this.title = title;
        this.charge = charge;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public Charge charge() {
        return charge;
    }

    /// For example `/problems/insufficient-funds`.
    public String uri() {
        return NAMESPACE + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ProblemType> of(String uri) {
        return Stream.of(values()).filter(type -> type.uri().equals(uri)).findFirst();
    }
}
