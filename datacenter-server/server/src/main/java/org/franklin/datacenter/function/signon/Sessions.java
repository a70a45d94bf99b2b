package org.franklin.datacenter.function.signon;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sessions that the authentication box keeps. A session is a device's: when the device is
/// removed from the meter, its session is worth nothing more.
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /// Whose token it is.
    public sealed interface Lookup {

        record Live(Session session) implements Lookup {}

        record SignedOut() implements Lookup {}

        /// The device was removed since it signed on.
        record DeviceNotEnrolled() implements Lookup {}

        /// A box or the database is out of service.
        record Unavailable() implements Lookup {}
    }

    private final Boxes boxes;
    private final Mailers mailers;
    private final Meters meters;

    public Sessions(Boxes boxes, Mailers mailers, Meters meters) {
        this.boxes = boxes;
        this.mailers = mailers;
        this.meters = meters;
    }

    public Lookup find(Bytes token) {
        try {
            return ask(token);
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError().setCause(e).log("no session without boxes and database");
            return new Lookup.Unavailable();
        }
    }

    private Lookup ask(Bytes token) {
        return switch (boxes.authentication().call(new AuthenticationBoxRequest.Session(token))) {
            case AuthenticationBoxAnswer.Live(var mailer, var deviceKey) -> live(mailer, deviceKey);
            case AuthenticationBoxAnswer.NoSession _ -> new Lookup.SignedOut();
            case AuthenticationBoxAnswer.OutOfService _ -> new Lookup.Unavailable();
            case AuthenticationBoxAnswer unfit -> throw Answers.unfit("a session", unfit);
        };
    }

    /// Ends a session; one that has ended already stays so. False where it may live on.
    public boolean signOff(Bytes token) {
        try {
            boxes.authentication().call(new AuthenticationBoxRequest.SignOff(token));
            return true;
        } catch (BoxUnreachable e) {
            LOG.atError().setCause(e).log("a sign-off did not reach its box");
            return false;
        }
    }

    private Lookup live(MailerId mailer, Bytes deviceKey) {
        return mailers.find(mailer)
                .map(row -> live(new Session(mailer, row.serial()), deviceKey))
                .orElseGet(Lookup.SignedOut::new);
    }

    private Lookup live(Session session, Bytes deviceKey) {
        return wasRemoved(session.serial(), deviceKey)
                ? new Lookup.DeviceNotEnrolled()
                : new Lookup.Live(session);
    }

    /// A record without the device may be an old one: then the box is asked, and has the last word.
    private boolean wasRemoved(SerialNumber meter, Bytes deviceKey) {
        boolean isThere =
                meters.claimed(meter)
                        .flatMap(record -> record.roster().find(deviceKey))
                        .isPresent();
        return !isThere
                && meters.look(meter) instanceof Meters.Seen.Sound(var record)
                && record.roster().find(deviceKey).isEmpty();
    }
}
