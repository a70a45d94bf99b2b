package org.franklin.box.meter;

import org.franklin.box.Refusal.BadSignature;
import org.franklin.box.Refusal.DeviceNotEnrolled;
import org.franklin.box.Refusal.Malformed;
import org.franklin.box.Refusal.NotTheOwner;
import org.franklin.box.Refusal.OutOfOrder;
import org.franklin.box.Refusal.TooManyDevices;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.meter.SequenceLaw.Place;
import org.franklin.box.meter.record.Books;
import org.franklin.box.meter.record.Certification;
import org.franklin.box.meter.record.Device;
import org.franklin.box.meter.record.Identity;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.meter.record.Roster;
import org.franklin.box.record.ChainLink;
import org.franklin.box.record.Decision;
import org.franklin.box.record.Decision.Again;
import org.franklin.box.record.Decision.No;
import org.franklin.box.record.Decision.Take;
import org.franklin.box.record.Law;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Grant;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.MeterRequest.Enrol;
import org.franklin.model.meter.MeterRequest.Revoke;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SignedReceipt;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// What each step makes of a meter's current record: the evidence is checked, then the law.
///
/// Nothing here is remembered: the same record, step and time give the same decision (but for the
/// random part of indicium signatures).
final class MeterDecisions implements Law<MeterRecord, MeterStep> {

    private final MeterTrust trust;
    private final IndiciumMaker indicia;
    private final Receipts receipts;

    MeterDecisions(MeterTrust trust, IndiciumMaker indicia, Receipts receipts) {
        this.trust = trust;
        this.indicia = indicia;
        this.receipts = receipts;
    }

    /// The first record of a new meter, if the steel box made it for this installation.
    Optional<Take<MeterRecord>> admit(Birth birth, Instant now) {
        return trust.birth(birth)
                .filter(certified -> indicia.isCertifiedBy(born(birth, certified, now), certified))
                .map(certified -> admitted(born(birth, certified, now)));
    }

    private static MeterRecord born(Birth birth, CertifiedKey certified, Instant now) {
        return new MeterRecord(
                ChainLink.first(birth.cluster(), now),
                new Identity(birth.serial(), birth.manufacturingNumber(), birth.tokenKey()),
                Books.EMPTY,
                Roster.EMPTY,
                Certification.of(certified));
    }

    private Take<MeterRecord> admitted(MeterRecord first) {
        return taken(first, first.link().request(), MeterReply.Admitted::new);
    }

    private Take<MeterRecord> taken(
            MeterRecord next, RequestKey request, Function<SignedReceipt, MeterReply> reply) {
        return new Take<>(
                next,
                request,
                (placed, signed) -> reply.apply(receipts.sign(placed, signed)).canonical());
    }

    @Override
    public Decision<MeterRecord> decide(MeterRecord record, MeterStep step, Instant now) {
        return switch (step) {
            case MeterStep.Serve(var request) -> serve(record, request, now);
            case MeterStep.Witnessed(var request, var carried) ->
                    receipts.isOwn(carried) && isAhead(carried, record)
                            ? new Decision.Behind<>()
                            : serve(record, request, now);
            case MeterStep.Enrol(var grant) -> enrol(record, grant);
            case MeterStep.Refill(var voucher) -> refill(record, voucher);
            case MeterStep.Recertify(var certificate) -> recertify(record, certificate);
        };
    }

    private Decision<MeterRecord> serve(MeterRecord record, DeviceSigned signed, Instant now) {
        if (!(signed.decode() instanceof Decoded.Valid<MeterRequest>(var request))
                || !request.serial().equals(record.serial())) {
            return new No<>(new Malformed("the request is not one to this meter"));
        }
        var enrolled = record.roster().find(request.device().number());
        if (enrolled.isEmpty()) {
            return new No<>(new DeviceNotEnrolled());
        }
        var device = enrolled.orElseThrow();
        if (!MeterTrust.verifies(device, signed)) {
            return new No<>(new BadSignature());
        }
        var key = RequestKey.of(request, signed.hash());
        return switch (SequenceLaw.place(device, request, key.request())) {
            case Place.Refused(var refusal) -> new No<>(refusal);
            case Place.Taken _ -> new Again<>(key);
            case Place.Next _ ->
                    SequenceLaw.refusal(record, request, now)
                            .<Decision<MeterRecord>>map(No::new)
                            .orElseGet(
                                    () -> take(served(record, device, request, key), request, key));
        };
    }

    private static boolean isAhead(SignedReceipt carried, MeterRecord record) {
        return carried.receipt().serial().equals(record.serial())
                && carried.receipt().cluster().equals(record.link().cluster())
                && carried.receipt().counter() > record.counter();
    }

    /// With the request's number taken, and nothing else done.
    private static MeterRecord served(
            MeterRecord record, Device device, MeterRequest request, RequestKey key) {
        var after = device.served(key, request instanceof Cancel);
        return record.with(record.books().untouched()).with(record.roster().served(after));
    }

    private Decision<MeterRecord> take(MeterRecord served, MeterRequest request, RequestKey key) {
        return switch (request) {
            case Dispense dispense -> dispense(served, dispense, key);
            // The new device's step is this one, under the number of the device that asked.
            case Enrol enrol ->
                    enrolled(served, served.roster().enrol(enrol.newDevice(), key), key);
            // What the removed device asked before keeps its outcome; a device may remove itself.
            case Revoke revoke ->
                    taken(
                            served.with(served.roster().revoke(revoke.revoked().number())),
                            key,
                            receipt -> new MeterReply.Revoked(receipt, revoke.revoked()));
            case Cancel _ -> taken(served, key, MeterReply.Voided::new);
        };
    }

    private Decision<MeterRecord> dispense(MeterRecord served, Dispense dispense, RequestKey key) {
        var made = indicia.make(served, dispense);
        Hash root = Hash.of(Bytes.join(made));
        return taken(
                served.with(served.books().dispense(dispense.total(), made.size(), root)),
                key,
                receipt -> new MeterReply.Issued(receipt, made));
    }

    private Decision<MeterRecord> enrol(MeterRecord record, BoxSigned signed) {
        var opened = trust.grant(signed, record.serial());
        if (opened.isEmpty()) {
            return new No<>(new BadSignature());
        }
        var grant = opened.orElseThrow();
        Roster roster = record.roster();
        if (!roster.mayBelongTo(grant.owner())) {
            return new No<>(new NotTheOwner());
        }
        var live = roster.find(grant.deviceKey()).filter(device -> has(device, grant, roster));
        if (live.isPresent()) {
            return new Again<>(live.orElseThrow().enrolment());
        }
        if (grant.number() != roster.lastGrant() + 1) {
            return new No<>(new OutOfOrder(roster.lastGrant() + 1));
        }
        if (VerifyingKey.of(grant.deviceKey()).isEmpty()) {
            return new No<>(new Malformed("the device's key is no P-256 key"));
        }
        Roster before = grant.kind() == Grant.Kind.RECOVERY ? roster.revokeAll() : roster;
        if (before.isFull()) {
            return new No<>(new TooManyDevices());
        }
        var key = new RequestKey(roster.nextDevice(), 0, Canonical.hash(grant));
        var joined = before.enrol(grant.deviceKey(), key);
        return enrolled(record, joined.granted(grant.owner(), grant.number()), key);
    }

    /// Whether a live device has what the grant is for: it joined by it, or it is there, and alone
    /// if it is to be. Otherwise a recovery gives it a new number.
    private static boolean has(Device device, Grant grant, Roster roster) {
        return switch (grant.kind()) {
            case ENROLMENT -> true;
            case RECOVERY ->
                    roster.isAlone(device)
                            || device.enrolment().request().equals(Canonical.hash(grant));
        };
    }

    private Decision<MeterRecord> enrolled(MeterRecord record, Roster joined, RequestKey key) {
        var number = new DeviceId(joined.lastDevice());
        return taken(
                record.with(record.books().untouched()).with(joined),
                key,
                receipt -> new MeterReply.Enrolled(receipt, number));
    }

    private Decision<MeterRecord> refill(MeterRecord record, BoxSigned signed) {
        var opened = trust.voucher(signed, record.serial());
        if (opened.isEmpty()) {
            return new No<>(new BadSignature());
        }
        var voucher = opened.orElseThrow();
        var key = new RequestKey(RequestKey.VOUCHERS, voucher.number(), Canonical.hash(voucher));
        long expected = record.books().lastVoucher() + 1;
        if (voucher.number() < expected) {
            return new Again<>(key);
        }
        if (voucher.number() > expected) {
            return new No<>(new OutOfOrder(expected));
        }
        return taken(
                record.with(record.books().refill(voucher.amount(), voucher.number())),
                key,
                MeterReply.Refilled::new);
    }

    @Override
    public Take<MeterRecord> renew(MeterRecord record, Hash ceremony) {
        return taken(
                record.with(record.books().untouched()),
                new RequestKey(RequestKey.DATA_CENTER, record.counter() + 1, ceremony),
                MeterReply.Voided::new);
    }

    private Decision<MeterRecord> recertify(MeterRecord record, Bytes certificate) {
        Optional<CertifiedKey> found = trust.certificate(certificate, record.serial());
        if (found.isEmpty() || !indicia.isCertifiedBy(record, found.orElseThrow())) {
            return new No<>(new BadSignature());
        }
        var certification = Certification.of(found.orElseThrow());
        long counter = record.counter() + 1;
        return taken(
                record.with(record.books().untouched()).with(certification),
                new RequestKey(RequestKey.DATA_CENTER, counter, Hash.of(certificate)),
                MeterReply.Recertified::new);
    }
}
