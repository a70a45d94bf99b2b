package org.franklin.datacenter.function.signon;

import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sessions that the authentication box keeps.
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /// Whose token it is.
    public sealed interface Lookup {

        record Live(Session session) implements Lookup {}

        record SignedOut() implements Lookup {}

        /// A box or the database is out of service.
        record Unavailable() implements Lookup {}
    }

    private final Boxes boxes;
    private final Mailers mailers;

    public Sessions(Boxes boxes, Mailers mailers) {
        this.boxes = boxes;
        this.mailers = mailers;
    }

    public Lookup find(Bytes token) {
        return switch (boxes.authentication().call(new AuthenticationBoxRequest.Session(token))) {
            case AuthenticationBoxAnswer.Live(var mailer, _) -> live(mailer);
            case AuthenticationBoxAnswer.NoSession _ -> new Lookup.SignedOut();
            case AuthenticationBoxAnswer.OutOfService _ -> new Lookup.Unavailable();
            case AuthenticationBoxAnswer unfit -> throw Answers.unfit("a session", unfit);
        };
    }

    /// Ends a session; one that has ended already stays so.
    public void signOff(Bytes token) {
        boxes.authentication().call(new AuthenticationBoxRequest.SignOff(token));
    }

    private Lookup live(MailerId mailer) {
        try {
            return mailers.find(mailer)
                    .<Lookup>map(row -> new Lookup.Live(new Session(mailer, row.serial())))
                    .orElseGet(Lookup.SignedOut::new);
        } catch (DatabaseFault e) {
            LOG.atError().setCause(e).log("no session without the database");
            return new Lookup.Unavailable();
        }
    }
}
