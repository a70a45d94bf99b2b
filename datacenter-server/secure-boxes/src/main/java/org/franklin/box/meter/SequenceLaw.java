package org.franklin.box.meter;

import org.franklin.box.Refusal;
import org.franklin.box.Refusal.CertificateEnds;
import org.franklin.box.Refusal.Conflict;
import org.franklin.box.Refusal.InsufficientFunds;
import org.franklin.box.Refusal.SequenceGap;
import org.franklin.box.Refusal.WrongMailingDate;
import org.franklin.box.meter.record.Certification;
import org.franklin.box.meter.record.Device;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.meter.MeterRequest.Dispense;

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

    static Place place(Device device, MeterRequest request) {
        if (request.sequence() > device.lastSequence() + 1) {
            return new Place.Refused(new SequenceGap(device.lastSequence() + 1));
        }
        if (request.sequence() == device.lastSequence() + 1) {
            return new Place.Next();
        }
        boolean another =
                request.sequence() == device.lastSequence()
                        && !device.voided()
                        && request instanceof Dispense
                        && !request.hash().equals(device.lastRequest());
        return another ? new Place.Refused(new Conflict()) : new Place.Taken();
    }

    /// Why postage may not be dispensed now; a cancel always may.
    static Optional<Refusal> refusal(MeterRecord record, MeterRequest request, Instant now) {
        return switch (request) {
            case Cancel _ -> Optional.empty();
            case Dispense dispense ->
                    dateRefusal(record.certification(), dispense, record.link().laterOf(now))
                            .or(() -> fundsRefusal(record, dispense));
        };
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
