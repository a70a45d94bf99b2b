package org.franklin.datacenter.function;

import org.franklin.box.certificate.Trust;
import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.journal.PaymentTable;
import org.franklin.datacenter.database.mailer.MailerDatabase;
import org.franklin.datacenter.database.meter.MeterDatabase;
import org.franklin.datacenter.function.account.ShowAccount;
import org.franklin.datacenter.function.ceremony.Ceremonies;
import org.franklin.datacenter.function.funds.Delivery;
import org.franklin.datacenter.function.funds.LostPayments;
import org.franklin.datacenter.function.funds.PaymentBook;
import org.franklin.datacenter.function.funds.ProcessorKey;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.funds.SandboxProcessor;
import org.franklin.datacenter.function.keys.ExportKeys;
import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.postage.Outcomes;
import org.franklin.datacenter.function.postage.RenewCertificate;
import org.franklin.datacenter.function.postage.Sweep;
import org.franklin.datacenter.function.postage.Tariff;
import org.franklin.datacenter.function.postage.VerifyIndicium;
import org.franklin.datacenter.function.rates.PriceTables;
import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.datacenter.function.records.AccountRecords;
import org.franklin.datacenter.function.records.Alarms;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.MeterRecords;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.records.RecordSteps;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.datacenter.function.signon.Mailers;
import org.franklin.datacenter.function.signon.Sessions;
import org.franklin.datacenter.function.signon.SignOnDevice;
import org.franklin.datacenter.function.signon.SignUpMailer;

import java.security.SecureRandom;
import java.time.Clock;

/// The function server (34): every service, wired over one database and the boxes.
public record FunctionServer(
        SignUpMailer signUp,
        SignOnDevice signOn,
        EnrolDevice enrolment,
        Sessions sessions,
        ShowAccount account,
        QuotePostage quotes,
        DispensePostage postage,
        Outcomes outcomes,
        VerifyIndicium verification,
        RefillMeter refills,
        PublishedKeys keys,
        ExportKeys export,
        Sweep sweep,
        Alarms alarms,
        Ceremonies ceremonies) {

    /// What the ceremony at `init` made, as far as functions need it: what anyone may know of the
    /// boxes, and the sandbox processor's key.
    public record Installation(Trust trust, ProcessorKey processor) {}

    public static FunctionServer over(
            Database database,
            Boxes boxes,
            Installation installation,
            Clock clock,
            SecureRandom random) {
        var stores = new Stores(database, new MailerDatabase(), new MeterDatabase());
        var alarms = new Alarms(database, clock);
        var accounts =
                new RecordSteps<>(
                        database,
                        stores.mailers().accounts(),
                        new AccountRecords(boxes.transaction()),
                        alarms);
        var meters =
                new Meters(
                        new RecordSteps<>(
                                database,
                                stores.meters().records(),
                                new MeterRecords(boxes.meter()),
                                alarms));
        var mailers = new Mailers(stores, accounts, alarms);
        var prices = PriceTables.published();
        var quotes = new QuotePostage(prices);
        var keys = new PublishedKeys(installation.trust(), stores);
        var book = new PaymentBook(database);
        var lost = new LostPayments(book, accounts);
        var refills =
                new RefillMeter(
                        book,
                        new SandboxProcessor(
                                database, new PaymentTable(), installation.processor()),
                        new Delivery(book, accounts, meters, lost));
        var sweep = new Sweep(stores, meters, new Sweep.Refills(book, refills, lost));
        return new FunctionServer(
                new SignUpMailer(stores, boxes, clock, random),
                new SignOnDevice(boxes, mailers, meters),
                new EnrolDevice(boxes, mailers, meters),
                new Sessions(boxes, mailers, meters),
                new ShowAccount(mailers, meters),
                quotes,
                new DispensePostage(
                        meters,
                        new Tariff(prices, clock),
                        new RenewCertificate(boxes.steel(), stores, meters)),
                new Outcomes(stores, meters),
                new VerifyIndicium(boxes.meter(), meters),
                refills,
                keys,
                new ExportKeys(keys, boxes.steel()),
                sweep,
                alarms,
                new Ceremonies(stores, boxes, sweep, clock));
    }
}
