package org.franklin.datacenter.function.account;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.authentication.MailerRecord;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.signon.Mailers;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.wire.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The state of a mailer's meter: registers, piece count, and whether it is locked.
public final class ShowAccount {

    private static final Logger LOG = LoggerFactory.getLogger(ShowAccount.class);

    /// What the mailer may learn.
    public sealed interface Result {

        record Shown(Account account) implements Result {}

        /// A record was tampered with so that it cannot even be read.
        record Locked() implements Result {}

        /// A box or the database is out of service.
        record Unavailable() implements Result {}
    }

    private final Mailers mailers;
    private final Meters meters;

    public ShowAccount(Mailers mailers, Meters meters) {
        this.mailers = mailers;
        this.meters = meters;
    }

    public Result show(Session session) {
        try {
            return mailers.find(session.mailer())
                    .map(row ->
                            switch (Mailers.body(row)) {
                                case Valid<MailerRecord>(var mailer) -> show(session, mailer);
                                case Malformed<MailerRecord> _ -> new Result.Locked();
                            })
                    .orElseGet(Result.Unavailable::new);
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError().setCause(e).log("no account without boxes and database");
            return new Result.Unavailable();
        }
    }

    private Result show(Session session, MailerRecord mailer) {
        return switch (meters.look(session.serial())) {
            case Meters.Seen.Sound(var record) -> shown(mailer, record, false);
            case Meters.Seen.Locked _ ->
                    meters.claimed(session.serial())
                            .map(record -> shown(mailer, record, true))
                            .orElseGet(Result.Locked::new);
            case Meters.Seen.Unseen _ -> new Result.Unavailable();
        };
    }

    private static Result shown(MailerRecord mailer, MeterRecord record, boolean locked) {
        return new Result.Shown(
                new Account(
                        mailer.mailer(),
                        mailer.business(),
                        mailer.paymentMethod(),
                        record.serial(),
                        record.registers(),
                        record.counter(),
                        record.pieces(),
                        locked));
    }
}
