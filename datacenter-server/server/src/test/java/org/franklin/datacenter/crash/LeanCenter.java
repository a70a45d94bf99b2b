package org.franklin.datacenter.crash;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.BoxEvent;
import org.franklin.box.authentication.Policy;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.Installation.Opening;
import org.franklin.datacenter.crash.Question.Visitor;
import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.database.mailer.MailerDatabase;
import org.franklin.datacenter.database.meter.MeterDatabase;
import org.franklin.datacenter.function.FunctionServer;
import org.franklin.datacenter.function.audit.Audit;
import org.franklin.datacenter.function.audit.AuditReport;
import org.franklin.datacenter.function.funds.ProcessorKey;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.datacenter.function.signon.SignUpMailer;
import org.franklin.datacenter.keymanagement.OpenBox;
import org.franklin.datacenter.keymanagement.line.RemoteBox;
import org.franklin.datacenter.keymanagement.process.PlacedBoxes;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Refill;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

/// A data center without its sockets, over a real installation: what it takes to be killed often.
final class LeanCenter implements Door, AutoCloseable {

    private final Installation installation;
    private final SqliteDatabase database;
    private final PlacedBoxes boxes;
    private final Boxes doors;
    private final FunctionServer functions;

    private LeanCenter(Installation installation) throws IOException {
        this.installation = installation;
        var folder = installation.folder();
        var random = new SecureRandom();
        var clock = Clock.systemUTC();
        database = SqliteDatabase.open(folder.databaseFile());
        var policy = Policy.standard(installation.config().passwords());
        try (var sealKey = installation.seal().key()) {
            boxes =
                    PlacedBoxes.open(
                            installation.config().boxes(),
                            RemoteBox.Patience.USUAL,
                            new OpenBox.Opening(
                                    folder, sealKey, policy, clock, CheckedRandom.over(random)));
        }
        doors = Boxes.behind(boxes.walls());
        functions =
                FunctionServer.over(
                        database,
                        doors,
                        new FunctionServer.Installation(
                                boxes.trust(), ProcessorKey.load(folder.processorKey())),
                        clock,
                        random);
    }

    static LeanCenter open(Path folder) throws IOException {
        return new LeanCenter(
                assertInstanceOf(Opening.Opened.class, Installation.open(folder)).installation());
    }

    FunctionServer functions() {
        return functions;
    }

    Stores stores() {
        return new Stores(database, new MailerDatabase(), new MeterDatabase());
    }

    Keys keys() {
        return assertInstanceOf(PublishedKeys.Result.Published.class, functions.keys().keys())
                .keys();
    }

    AuditReport audit() {
        return new Audit(stores(), doors, keys().verificationKeys().orThrow()).run();
    }

    List<String> faults() {
        return boxes.faults();
    }

    /// Both boxes' whole audit chains.
    List<BoxEvent> events() {
        var all = new ArrayList<BoxEvent>();
        all.addAll(
                events(from ->
                        assertInstanceOf(
                                        MeterBoxAnswer.Events.class,
                                        doors.meter().call(new MeterBoxRequest.Events(from)))
                                .events()));
        all.addAll(
                events(from ->
                        assertInstanceOf(
                                        TransactionBoxAnswer.Events.class,
                                        doors.transaction()
                                                .call(new TransactionBoxRequest.Events(from)))
                                .events()));
        return all;
    }

    private static List<BoxEvent> events(LongFunction<List<BoxEvent>> chain) {
        var all = new ArrayList<BoxEvent>();
        List<BoxEvent> page = chain.apply(1);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = chain.apply(all.getLast().number() + 1);
        }
        return all;
    }

    @Override
    public Answer ask(Question question) {
        return switch (question) {
            case Question.PublishedKeys _ -> new Answer.Published(keys());
            case Question.Found(var asked) -> answer(functions.signUp().signUp(asked));
            case Question.Join(var asked) -> answer(functions.enrolment().enrol(asked));
            case Question.Serve(Visitor(var session, _), var signed) ->
                    answer(functions.postage().dispense(session, session.serial(), signed));
            case Question.Fill(Visitor(var session, _), var id, var amount) ->
                    answer(
                            functions
                                    .refills()
                                    .refill(
                                            session,
                                            session.serial(),
                                            new Refill(
                                                    UUID.fromString(id),
                                                    amount,
                                                    PaymentMethod.SANDBOX_ACH)));
        };
    }

    private static Answer answer(SignUpMailer.Result result) {
        return switch (result) {
            case SignUpMailer.Result.SignedUp(var enrolled) -> new Answer.Joined(enrolled);
            case SignUpMailer.Result.UserNameTaken _ -> new Answer.NameTaken();
            case SignUpMailer.Result.Pending _, SignUpMailer.Result.Unavailable _ ->
                    new Answer.Pending();
            case SignUpMailer.Result other -> new Answer.Refused(other.toString());
        };
    }

    private static Answer answer(EnrolDevice.Result result) {
        return switch (result) {
            case EnrolDevice.Result.Joined(var enrolled) -> new Answer.Joined(enrolled);
            case EnrolDevice.Result.Unavailable _ -> new Answer.Pending();
            case EnrolDevice.Result other -> new Answer.Refused(other.toString());
        };
    }

    private static Answer answer(DispensePostage.Result result) {
        return switch (result) {
            case DispensePostage.Result.Answered(var reply) -> new Answer.Replied(reply);
            case DispensePostage.Result.InsufficientFunds _ -> new Answer.NoFunds();
            case DispensePostage.Result.Pending _ -> new Answer.Pending();
            case DispensePostage.Result other -> new Answer.Refused(other.toString());
        };
    }

    private static Answer answer(RefillMeter.Result result) {
        return switch (result) {
            case RefillMeter.Result.Refilled(var reply) -> new Answer.Replied(reply);
            case RefillMeter.Result.Pending _ -> new Answer.Pending();
            case RefillMeter.Result other -> new Answer.Refused(other.toString());
        };
    }

    @Override
    public void close() {
        boxes.close();
        database.close();
        installation.close();
    }
}
