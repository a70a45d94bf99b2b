package org.franklin.box.meter;

import org.franklin.box.Refusal;
import org.franklin.box.Refusal.CertificateEnds;
import org.franklin.box.Refusal.Conflict;
import org.franklin.box.Refusal.InsufficientFunds;
import org.franklin.box.Refusal.LastDevice;
import org.franklin.box.Refusal.Malformed;
import org.franklin.box.Refusal.NoSuchDevice;
import org.franklin.box.Refusal.SequenceGap;
import org.franklin.box.Refusal.TooManyDevices;
import org.franklin.box.Refusal.WrongMailingDate;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.meter.record.Certification;
import org.franklin.box.meter.record.Device;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.MeterRequest.Enrol;
import org.franklin.model.meter.MeterRequest.Revoke;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// The laws of a device's request (protocol 2.4 and ruling 5), pure.
final class SequenceLaw {

    /// How a request stands in its device's sequence.
    sealed interface Place {

        /// It is the next one.
        record Next() implements Place {}

        /// Its number has its outcome already.
        record Taken() implements Place {}

        record Refused(Refusal refusal) implements Place {}
    }

    /// Mailing dates are days of the mailer's calendar; its zone is somewhere between these two.
    private static final ZoneOffset WEST = ZoneOffset.ofHours(-12);

    private static final ZoneOffset EAST = ZoneOffset.ofHours(14);
    private static final int DAYS_AHEAD = 7;

    private SequenceLaw() {}

    static Place place(Device device, MeterRequest request, Hash hash) {
        if (request.sequence() > device.lastSequence() + 1) {
            return new Place.Refused(new SequenceGap(device.lastSequence() + 1));
        }
        if (request.sequence() == device.lastSequence() + 1) {
            return new Place.Next();
        }
        boolean another =
                request.sequence() == device.lastSequence()
                        && !device.voided()
                        && !(request instanceof Cancel)
                        && !hash.equals(device.lastRequest());
        return another ? new Place.Refused(new Conflict()) : new Place.Taken();
    }

    /// Why a request may not be taken now; a cancel always may.
    static Optional<Refusal> refusal(MeterRecord record, MeterRequest request, Instant now) {
        return switch (request) {
            case Cancel _ -> Optional.empty();
            case Enrol enrol -> enrolRefusal(record, enrol);
            case Revoke revoke -> revokeRefusal(record, revoke);
            case Dispense dispense ->
                    dateRefusal(record.certification(), dispense, record.link().laterOf(now))
                            .or(() -> fundsRefusal(record, dispense));
        };
    }

    private static Optional<Refusal> enrolRefusal(MeterRecord record, Enrol enrol) {
        if (VerifyingKey.of(enrol.newDevice()).isEmpty()) {
            return Optional.of(new Malformed("the device's key is no P-256 key"));
        }
        if (record.roster().find(enrol.newDevice()).isPresent()) {
            return Optional.of(new Malformed("the device is enrolled already"));
        }
        return record.roster().isFull() ? Optional.of(new TooManyDevices()) : Optional.empty();
    }

    /// A device may remove itself, but not leave the meter to nobody: it would take a recovery to
    /// let anyone in again.
    private static Optional<Refusal> revokeRefusal(MeterRecord record, Revoke revoke) {
        var target = record.roster().find(revoke.revoked().number());
        if (target.isEmpty()) {
            return Optional.of(new NoSuchDevice());
        }
        return record.roster().isAlone(target.orElseThrow())
                ? Optional.of(new LastDevice())
                : Optional.empty();
    }

    private static Optional<Refusal> dateRefusal(
            Certification certification, Dispense dispense, Instant now) {
        LocalDate earliest = LocalDate.ofInstant(now, WEST);
        LocalDate latest = LocalDate.ofInstant(now, EAST).plusDays(DAYS_AHEAD);
        for (PricedMailpiece priced : dispense.pieces()) {
            LocalDate date = priced.piece().mailingDate();
            if (date.isBefore(earliest) || date.isAfter(latest)) {
                return Optional.of(new WrongMailingDate(earliest, latest));
            }
            if (date.isBefore(certification.from()) || date.isAfter(certification.to())) {
                return Optional.of(new CertificateEnds(certification.to()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> fundsRefusal(MeterRecord record, Dispense dispense) {
        var available = record.registers().descending();
        return available.covers(dispense.total())
                ? Optional.empty()
                : Optional.of(new InsufficientFunds(available));
    }
}
