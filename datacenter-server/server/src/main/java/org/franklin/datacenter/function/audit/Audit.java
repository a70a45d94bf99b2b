package org.franklin.datacenter.function.audit;

import org.franklin.box.BoxEvent;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.authentication.MailerRecord;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.database.journal.AlarmTable;
import org.franklin.datacenter.database.journal.ChainTables;
import org.franklin.datacenter.database.mailer.StoredMailer;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.mailer.MailerId;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/// Checks every meter, account and mailer of a data center that serves nobody meanwhile: records
/// against boxes, receipts against keys, sums against each other. It changes nothing.
public final class Audit {

    private static final int PAGE = 200;
    private static final int MOST_EVENTS_SHOWN = 100;

    private final Stores stores;
    private final Boxes boxes;
    private final VerificationKeys keys;

    public Audit(Stores stores, Boxes boxes, VerificationKeys keys) {
        this.stores = stores;
        this.boxes = boxes;
        this.keys = keys;
    }

    public AuditReport run() {
        var tally = new Tally();
        var meters = new MeterAudit(stores, boxes.meter(), keys, tally);
        var accounts = new AccountAudit(stores, boxes.transaction(), keys, tally);
        each(stores.meters().records(), meters::audit);
        each(
                stores.mailers().accounts(),
                mailer -> {
                    accounts.audit(mailer);
                    mailer(mailer, tally);
                });
        long mailers = stores.database().read(stores.mailers()::count);
        var report = tally.report(events());
        if (mailers != report.counts().accounts()) {
            tally.wrong("mailers", mailers + " of them, and not as many accounts");
            return tally.report(events());
        }
        return report;
    }

    private void mailer(MailerId mailer, Tally tally) {
        String subject = "mailer " + mailer;
        var stored = stores.database().read(in -> stores.mailers().find(in, mailer));
        if (stored.isEmpty()) {
            tally.wrong(subject, "it has an account, and its record is gone");
            return;
        }
        tally.mailer();
        switch (boxes.authentication()
                .call(new AuthenticationBoxRequest.Look(stored.get().record()))) {
            case AuthenticationBoxAnswer.Genuine _ -> sameNames(subject, stored.get(), tally);
            case AuthenticationBoxAnswer.Tampered _ ->
                    tally.wrong(subject, "its record is not as the box signed it");
            case AuthenticationBoxAnswer unfit ->
                    throw new IllegalStateException(
                            "the authentication box answered " + unfit.getClass().getSimpleName());
        }
        var meter =
                stores.database()
                        .read(in -> stores.meters().records().find(in, stored.get().serial()));
        if (meter.isEmpty()) {
            tally.wrong(subject, "the record of its meter is gone");
        }
    }

    private static void sameNames(String subject, StoredMailer stored, Tally tally) {
        boolean same =
                switch (SignedRecord.body(MailerRecord.class, stored.record())) {
                    case Malformed<MailerRecord> _ -> false;
                    case Valid<MailerRecord>(var record) ->
                            record.mailer().equals(stored.mailer())
                                    && record.user().equals(stored.user())
                                    && record.serial().equals(stored.serial());
                };
        if (!same) {
            tally.wrong(subject, "its row names another mailer or meter than its record");
        }
    }

    private <K> void each(ChainTables<K> tables, Consumer<K> audit) {
        List<K> page = stores.database().read(in -> tables.firstOwners(in, PAGE));
        while (!page.isEmpty()) {
            page.forEach(audit);
            K last = page.getLast();
            page = stores.database().read(in -> tables.ownersAfter(in, last, PAGE));
        }
    }

    /// The newest events of each box, and the newest alarms.
    private List<String> events() {
        var lines = new ArrayList<String>();
        newest(this::meterEvents).forEach(event -> lines.add(line("meter box", event)));
        newest(this::accountEvents).forEach(event -> lines.add(line("transaction box", event)));
        stores.database()
                .read(in -> new AlarmTable().newest(in, MOST_EVENTS_SHOWN))
                .forEach(alarm ->
                        lines.add(
                                "alarm: %s %s, %d times, last at %s"
                                        .formatted(
                                                alarm.subject(),
                                                alarm.evidence(),
                                                alarm.times(),
                                                alarm.last())));
        return lines;
    }

    private static String line(String box, BoxEvent event) {
        return "%s: %s %s at %s: %s"
                .formatted(box, event.kind(), event.subject(), event.time(), event.detail());
    }

    private static Stream<BoxEvent> newest(LongFunction<List<BoxEvent>> chain) {
        var all = new ArrayList<BoxEvent>();
        List<BoxEvent> page = chain.apply(1);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = chain.apply(all.getLast().number() + 1);
        }
        return all.stream().skip(Math.max(0, all.size() - MOST_EVENTS_SHOWN));
    }

    private List<BoxEvent> meterEvents(long from) {
        return boxes.meter().call(new MeterBoxRequest.Events(from))
                        instanceof MeterBoxAnswer.Events(var events)
                ? events
                : List.of();
    }

    private List<BoxEvent> accountEvents(long from) {
        return boxes.transaction().call(new TransactionBoxRequest.Events(from))
                        instanceof TransactionBoxAnswer.Events(var events)
                ? events
                : List.of();
    }
}
