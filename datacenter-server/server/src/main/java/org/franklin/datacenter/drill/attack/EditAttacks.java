package org.franklin.datacenter.drill.attack;

import org.franklin.box.authentication.MailerRecord;
import org.franklin.box.meter.record.Identity;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.transaction.AccountRecord;
import org.franklin.datacenter.drill.ground.Administrator.Kept;
import org.franklin.datacenter.drill.ground.Field;
import org.franklin.datacenter.drill.ground.Ground;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.signon.SignOnDevice;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.function.Predicate;

/// Records changed in the database (protocol 5, "edit any record byte", "swap").
final class EditAttacks {

    private static final Postage SOME = Postage.ofDollars(50);
    private static final Postage TEN = Postage.ofDollars(10);

    static final List<Drill> ALL =
            List.of(
                    new Drill(
                            "Edit every field of a meter record",
                            Answer.Locked.class,
                            EditAttacks::everyMeterField),
                    new Drill(
                            "Edit every byte of a meter record",
                            Answer.Locked.class,
                            EditAttacks::everyMeterByte),
                    new Drill(
                            "Add $50.00 to a meter, its own sums kept right",
                            Answer.Locked.class,
                            EditAttacks::addFunds),
                    new Drill(
                            "Edit every field of an account record",
                            Answer.Locked.class,
                            EditAttacks::everyAccountField),
                    new Drill(
                            "Edit every field of a mailer record",
                            Answer.Locked.class,
                            EditAttacks::everyMailerField),
                    new Drill(
                            "Swap the records of two meters",
                            Answer.Locked.class,
                            EditAttacks::swapRecords),
                    new Drill(
                            "Swap the wrapped keys of two meters",
                            Answer.Locked.class,
                            EditAttacks::swapKeys));

    private EditAttacks() {}

    private static Answer everyMeterField(Ground ground) {
        var genuine = ground.administrator().meter(ground.office().serial());
        var fields = fields(MeterRecord.class, genuine.record());
        boolean each = fields.stream().allMatch(edited -> locks(ground, genuine, edited));
        return afterwards(
                ground, genuine, each, fields.size() + " fields, one by one: each is BAD_MAC");
    }

    private static Answer everyMeterByte(Ground ground) {
        var genuine = ground.administrator().meter(ground.office().serial());
        int length = genuine.record().length();
        boolean each = true;
        for (int at = 0; each && at < length; at++) {
            byte[] edited = genuine.record().toArray();
            edited[at] ^= (byte) (1 << (at % Byte.SIZE));
            each = locks(ground, genuine, Bytes.of(edited));
        }
        return afterwards(ground, genuine, each, length + " bytes, one by one: each is BAD_MAC");
    }

    private static boolean locks(Ground ground, Kept genuine, Bytes edited) {
        ground.administrator()
                .putMeter(ground.office().serial(), new Kept(genuine.counter(), edited));
        return Probe.isLocked(ground, ground.office());
    }

    /// Whoever puts the genuine record back has the meter as before.
    private static Answer afterwards(Ground ground, Kept genuine, boolean each, String detail) {
        ground.administrator().putMeter(ground.office().serial(), genuine);
        boolean rang = Probe.rang(ground, "BAD_MAC");
        return Probe.when(
                each && rang && Probe.serves(ground, ground.office()),
                new Answer.Locked(detail + "; put right, the meter serves"));
    }

    private static Answer addFunds(Ground ground) {
        var genuine = ground.administrator().meter(ground.office().serial());
        var record = SignedRecord.body(MeterRecord.class, genuine.record()).orThrow();
        var richer = record.with(record.books().refill(SOME, record.books().lastVoucher() + 1));
        boolean locked = locks(ground, genuine, withMacOf(genuine.record(), richer));
        return afterwards(ground, genuine, locked, "the MAC is of the poorer record");
    }

    private static Answer everyAccountField(Ground ground) {
        var mailer = ground.office().seat().session().mailer();
        var administrator = ground.administrator();
        var genuine = administrator.account(mailer);
        var fields = fields(AccountRecord.class, genuine.record());
        Predicate<Bytes> locks =
                edited -> {
                    administrator.putAccount(mailer, new Kept(genuine.counter(), edited));
                    return !(ground.office().refill(ground.center(), TEN)
                            instanceof RefillMeter.Result.Refilled);
                };
        boolean each = fields.stream().allMatch(locks);
        administrator.putAccount(mailer, genuine);
        boolean pays =
                ground.office().refill(ground.center(), TEN) instanceof RefillMeter.Result.Refilled;
        return Probe.when(
                each && pays && Probe.rang(ground, "BAD_MAC"),
                new Answer.Locked(
                        fields.size()
                                + " fields, one by one: no payment is taken; put right, it is"));
    }

    private static Answer everyMailerField(Ground ground) {
        var mailer = ground.office().seat().session().mailer();
        var administrator = ground.administrator();
        var genuine = administrator.mailer(mailer);
        var fields = fields(MailerRecord.class, genuine.record());
        boolean each =
                fields.stream()
                        .allMatch(edited -> {
                            administrator.putMailer(mailer, edited);
                            return ground.office().signOn(ground.center(), ground.random())
                                    instanceof SignOnDevice.Result.Locked;
                        });
        administrator.putMailer(mailer, genuine.record());
        return Probe.when(
                each
                        && ground.office().signOn(ground.center(), ground.random())
                                instanceof SignOnDevice.Result.Opened,
                new Answer.Locked(
                        fields.size()
                                + " fields, one by one: nobody signs on; put right, they do"));
    }

    private static Answer swapRecords(Ground ground) {
        var administrator = ground.administrator();
        var one = administrator.meter(ground.office().serial());
        var other = administrator.meter(ground.neighbour().serial());
        administrator.putMeter(ground.office().serial(), other);
        administrator.putMeter(ground.neighbour().serial(), one);
        boolean locked =
                Probe.isLocked(ground, ground.office())
                        && Probe.isLocked(ground, ground.neighbour())
                        && Probe.rang(ground, "ANOTHERS_RECORD");
        administrator.putMeter(ground.office().serial(), one);
        administrator.putMeter(ground.neighbour().serial(), other);
        return Probe.when(
                locked
                        && Probe.serves(ground, ground.office())
                        && Probe.serves(ground, ground.neighbour()),
                new Answer.Locked("each record names its meter; put right, both serve"));
    }

    private static Answer swapKeys(Ground ground) {
        var administrator = ground.administrator();
        var genuine = administrator.meter(ground.office().serial());
        var record = SignedRecord.body(MeterRecord.class, genuine.record()).orThrow();
        var other =
                SignedRecord.body(
                                MeterRecord.class,
                                administrator.meter(ground.neighbour().serial()).record())
                        .orThrow();
        var swapped =
                new MeterRecord(
                        record.link(),
                        new Identity(
                                record.serial(),
                                record.identity().manufacturingNumber(),
                                other.identity().tokenKey()),
                        record.books(),
                        record.roster(),
                        record.certification());
        boolean locked = locks(ground, genuine, withMacOf(genuine.record(), swapped));
        return afterwards(ground, genuine, locked, "the MAC is of the meter's own key");
    }

    /// The signed record once for each field of it, with that field edited.
    private static <R extends Record> List<Bytes> fields(Class<R> type, Bytes signed) {
        var outer = Canonical.decode(SignedRecord.class, signed).orThrow();
        var body = Canonical.decode(type, outer.record()).orThrow();
        return Field.of(body).stream()
                .map(field ->
                        Canonical.bytes(
                                new SignedRecord(field.editedIn(outer.record()), outer.mac())))
                .toList();
    }

    private static Bytes withMacOf(Bytes signed, Record changed) {
        var outer = Canonical.decode(SignedRecord.class, signed).orThrow();
        return Canonical.bytes(new SignedRecord(Canonical.bytes(changed), outer.mac()));
    }
}
