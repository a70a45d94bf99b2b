package org.franklin.datacenter.function.records;

import org.franklin.box.BoxPort;
import org.franklin.box.Standing;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.transaction.AccountRecord;
import org.franklin.box.transaction.AccountReply;
import org.franklin.box.transaction.AccountStep;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxAnswer.Ceremonial;
import org.franklin.box.transaction.TransactionBoxAnswer.Events;
import org.franklin.box.transaction.TransactionBoxAnswer.Found;
import org.franklin.box.transaction.TransactionBoxAnswer.Looked;
import org.franklin.box.transaction.TransactionBoxAnswer.NotFound;
import org.franklin.box.transaction.TransactionBoxAnswer.Stepped;
import org.franklin.box.transaction.TransactionBoxAnswer.Unreadable;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.RequestKey;

/// Master account records, whose box is the transaction box (42).
public final class AccountRecords implements RecordBox<MailerId, AccountStep> {

    private final BoxPort<TransactionBoxRequest, TransactionBoxAnswer> box;

    public AccountRecords(BoxPort<TransactionBoxRequest, TransactionBoxAnswer> box) {
        this.box = box;
    }

    @Override
    public StepAnswer step(Bytes record, long confirmation, AccountStep step) {
        return stepped(new TransactionBoxRequest.Step(record, confirmation, step));
    }

    @Override
    public StepAnswer show(Bytes record, long confirmation) {
        return stepped(new TransactionBoxRequest.Show(record, confirmation));
    }

    private StepAnswer stepped(TransactionBoxRequest request) {
        return switch (box.call(request)) {
            case Stepped(var answer) -> answer;
            case Found _, NotFound _, Unreadable _, Looked _, Events _, Ceremonial _ ->
                    throw otherAnswer();
        };
    }

    @Override
    public boolean isOf(MailerId mailer, Bytes record) {
        return switch (SignedRecord.body(AccountRecord.class, record)) {
            case Valid<AccountRecord>(var claimed) -> claimed.mailer().equals(mailer);
            case Malformed<AccountRecord> _ -> false;
        };
    }

    @Override
    public Standing look(Bytes record) {
        return switch (box.call(new TransactionBoxRequest.Look(record))) {
            case Looked(var standing, _) -> standing;
            // A stopped box has wiped the keys that it would know a record by.
            case Stepped(OutOfService _) -> Standing.UNKNOWN;
            case Stepped _, Found _, NotFound _, Unreadable _, Events _, Ceremonial _ ->
                    throw otherAnswer();
        };
    }

    @Override
    public Archived find(MailerId mailer, RequestKey request) {
        return switch (box.call(new TransactionBoxRequest.Find(mailer, request))) {
            case Found(var counter, var key, var reply) ->
                    new Archived.Step(
                            new StoredStep(counter, key, reply, AccountReply.row(reply).time()));
            case NotFound _ -> new Archived.Nothing();
            case Unreadable _ -> new Archived.Unreadable();
            case Stepped(OutOfService _) -> new Archived.Unreadable();
            case Stepped _, Looked _, Events _, Ceremonial _ -> throw otherAnswer();
        };
    }

    @Override
    public String subject(MailerId mailer) {
        return AccountRecord.subject(mailer);
    }

    private static IllegalStateException otherAnswer() {
        return new OtherAnswer("transaction box");
    }
}
