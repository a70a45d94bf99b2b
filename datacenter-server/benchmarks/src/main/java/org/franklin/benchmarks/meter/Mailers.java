package org.franklin.benchmarks.meter;

import org.franklin.box.key.SigningKey;
import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.QuoteRequest;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// The mailers' side: devices that sign requests. A few keys are shared by all meters, since a box
/// looks at the key that is in the meter's record and at no other.
final class Mailers {

    private static final int KEYS = 8;

    /// That of the first device of every meter.
    private static final DeviceId DEVICE = new DeviceId(1);

    private record Device(SigningKey key, Bytes publicKey) {}

    private final List<Device> devices;

    Mailers(SecureRandom random) {
        devices =
                Stream.generate(() -> SigningKey.generate(random))
                        .map(key -> new Device(key, key.publicKey()))
                        .limit(KEYS)
                        .toList();
    }

    Bytes deviceKey(SerialNumber meter) {
        return device(meter).publicKey;
    }

    /// For so many one-ounce letters of today.
    static Quote quote(QuotePostage quotes, int letters) {
        return switch (quotes.quote(new QuoteRequest(letters(letters)))) {
            case QuotePostage.Result.Quoted(var quote) -> quote;
            case QuotePostage.Result.NotMailable(_, var sentence) ->
                    throw new IllegalStateException(sentence);
        };
    }

    private static List<Mailpiece> letters(int count) {
        return Collections.nCopies(
                count,
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        new ZipCode("06484"),
                        new ZipCode("97201"),
                        LocalDate.now(ZoneOffset.UTC)));
    }

    DeviceSigned request(SerialNumber meter, long sequence, Quote quote) {
        Bytes request =
                new Dispense(meter, DEVICE, sequence, quote.id(), quote.pieces()).canonical();
        return new DeviceSigned(request, device(meter).key.sign(request));
    }

    private Device device(SerialNumber meter) {
        return devices.get(meter.number() % KEYS);
    }
}
