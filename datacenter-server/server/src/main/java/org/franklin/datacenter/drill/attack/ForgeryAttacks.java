package org.franklin.datacenter.drill.attack;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Grant;
import org.franklin.box.statement.Payment;
import org.franklin.box.statement.Voucher;
import org.franklin.box.transaction.AccountStep;
import org.franklin.box.transaction.TransactionBox;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.drill.ground.DeviceKey;
import org.franklin.datacenter.drill.ground.Ground;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// A function server that asks the boxes for what no mailer wants, and a mailer that repeats
/// itself.
final class ForgeryAttacks {

    private static final int OFTEN = 200;
    private static final Postage MUCH = Postage.ofDollars(500);

    static final List<Drill> ALL =
            List.of(
                    new Drill(
                            "Forge a mailer's request",
                            Answer.Refused.class,
                            ForgeryAttacks::request),
                    new Drill(
                            "Change what a mailer signed",
                            Answer.Refused.class,
                            ForgeryAttacks::changedRequest),
                    new Drill(
                            "Forge a grant for a thief's computer",
                            Answer.Refused.class,
                            ForgeryAttacks::grant),
                    new Drill(
                            "Forge a refill voucher",
                            Answer.Refused.class,
                            ForgeryAttacks::voucher),
                    new Drill(
                            "Use a voucher twice, and at another meter",
                            Answer.Refused.class,
                            ForgeryAttacks::voucherTwice),
                    new Drill("Forge a payment", Answer.Refused.class, ForgeryAttacks::payment),
                    new Drill(
                            "Repeat a mailer's request 200 times",
                            Answer.Redone.class,
                            ForgeryAttacks::repeated),
                    new Drill(
                            "Use a request's number for another request",
                            Answer.Refused.class,
                            ForgeryAttacks::sameNumber));

    private ForgeryAttacks() {}

    private static Answer request(Ground ground) {
        var order = ground.order(ground.office(), 10);
        return badSignature(
                ground, new MeterStep.Serve(DeviceKey.generate(ground.random()).sign(order)));
    }

    private static Answer changedRequest(Ground ground) {
        var signed = ground.office().key().sign(ground.order(ground.office(), 1));
        var dearer = ground.order(ground.office(), 10).canonical();
        return badSignature(
                ground, new MeterStep.Serve(new DeviceSigned(dearer, signed.signature())));
    }

    private static Answer grant(Ground ground) {
        var thief = DeviceKey.generate(ground.random());
        var record = record(ground);
        var statement =
                new Grant(
                        record.link().cluster(),
                        record.serial(),
                        record.roster().owner(),
                        record.lastGrant() + 1,
                        thief.publicKey(),
                        Grant.Kind.RECOVERY);
        return badSignature(ground, new MeterStep.Enrol(forged(ground, statement)));
    }

    private static Answer voucher(Ground ground) {
        var record = record(ground);
        var statement =
                new Voucher(
                        record.link().cluster(),
                        record.serial(),
                        record.books().lastVoucher() + 1,
                        MUCH);
        return badSignature(ground, new MeterStep.Refill(forged(ground, statement)));
    }

    private static BoxSigned forged(Ground ground, Record statement) {
        var canonical = Canonical.bytes(statement);
        return new BoxSigned(canonical, DeviceKey.generate(ground.random()).sign(canonical));
    }

    private static Answer badSignature(Ground ground, MeterStep step) {
        boolean refused = isBadSignature(stepped(ground, ground.office().serial(), step));
        return Probe.when(
                refused && Probe.serves(ground, ground.office()),
                new Answer.Refused("BAD_SIGNATURE: the box checks the signature itself"));
    }

    private static boolean isBadSignature(StepAnswer answer) {
        return answer instanceof StepAnswer.Refused(Refusal.BadSignature _);
    }

    private static Answer voucherTwice(Ground ground) {
        var office = ground.office();
        boolean paid =
                office.refill(ground.center(), Postage.ofDollars(10))
                        instanceof RefillMeter.Result.Refilled;
        Bytes reply = ground.administrator().newestAccountReply(office.seat().session().mailer());
        var step = new MeterStep.Refill(TransactionBox.vouchers(reply).getFirst());
        var before = ground.books();
        var again = stepped(ground, office.serial(), step);
        var elsewhere = stepped(ground, ground.neighbour().serial(), step);
        return Probe.when(
                paid
                        && again instanceof StepAnswer.Done
                        && ground.books().equals(before)
                        && isBadSignature(elsewhere),
                new Answer.Refused(
                        "the same meter gives its old reply and adds nothing; another one"
                                + " refuses"));
    }

    private static Answer payment(Ground ground) {
        var session = ground.office().seat().session();
        var kept = ground.administrator().account(session.mailer());
        var statement =
                new Payment(
                        session.mailer(),
                        session.serial(),
                        2,
                        new UUID(0, ground.random().nextLong()).toString(),
                        MUCH,
                        PaymentMethod.SANDBOX_ACH);
        var step = new AccountStep.Fund(forged(ground, statement));
        boolean refused =
                ground.center()
                                        .doors()
                                        .transaction()
                                        .call(
                                                new TransactionBoxRequest.Step(
                                                        kept.record(), 0, step))
                                instanceof TransactionBoxAnswer.Stepped(var answer)
                        && isBadSignature(answer);
        return Probe.when(
                refused, new Answer.Refused("BAD_SIGNATURE: the processor signs each payment"));
    }

    private static Answer repeated(Ground ground) {
        var office = ground.office();
        var request = ground.letter(office);
        var before = ground.books();
        long replies =
                IntStream.range(0, OFTEN)
                        .parallel()
                        .mapToObj(_ -> Probe.paid(ground, office, request))
                        .distinct()
                        .count();
        var price = ground.order(office, 1).total();
        return Probe.when(
                replies == 1
                        && ground.books().descending().equals(before.descending().minus(price)),
                new Answer.Redone(OFTEN + " times at once: same bytes, one debit"));
    }

    private static Answer sameNumber(Ground ground) {
        var office = ground.office();
        var dearer = office.key().sign(ground.order(office, 10));
        Probe.buy(ground, office);
        return Probe.when(
                office.send(ground.center(), dearer) instanceof Result.Conflict
                        && Probe.serves(ground, office),
                new Answer.Refused("CONFLICT: one number, one request"));
    }

    private static MeterRecord record(Ground ground) {
        var kept = ground.administrator().meter(ground.office().serial());
        return SignedRecord.body(MeterRecord.class, kept.record()).orThrow();
    }

    /// What the box itself says, without a function server between.
    private static StepAnswer stepped(Ground ground, SerialNumber serial, MeterStep step) {
        var kept = ground.administrator().meter(serial);
        return switch (ground.center()
                .doors()
                .meter()
                .call(new MeterBoxRequest.Step(kept.record(), 0, step))) {
            case MeterBoxAnswer.Stepped(var answer) -> answer;
            case MeterBoxAnswer unfit ->
                    throw new IllegalStateException("the meter box answered " + unfit);
        };
    }
}
