package org.franklin.model;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumFlag;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Values for tests, drawn from a generator so that a printed seed brings them back.
public final class Samples {

    private static final int[] ZIP_LENGTHS = {5, 9, 11};

    private final RandomGenerator random;

    public Samples(RandomGenerator random) {
        this.random = random;
    }

    /// The bytes 0, 1, 2 and so on, from `first`.
    public static Bytes counting(int first, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return Bytes.of(bytes);
    }

    public static Hash hash(int first) {
        return new Hash(counting(first, Hash.LENGTH));
    }

    /// A letter of one ounce from Seattle to Portland, dated 23 November 2026.
    public static Mailpiece letter() {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                Weight.ofOunces(1),
                List.of(),
                new ZipCode("98101"),
                new ZipCode("972014418"),
                LocalDate.of(2026, 11, 23));
    }

    /// A large envelope of 1.5 oz with two services.
    public static Mailpiece certified() {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LARGE_ENVELOPE,
                new Weight(15),
                List.of(ExtraService.CERTIFIED_MAIL, ExtraService.RETURN_RECEIPT),
                new ZipCode("98101"),
                new ZipCode("00501004499"),
                LocalDate.of(2026, 11, 25));
    }

    public static Dispense dispense() {
        return new Dispense(
                new SerialNumber(1042),
                new DeviceId(3),
                17,
                new QuoteId(counting(0xa0, QuoteId.LENGTH)),
                List.of(
                        new PricedMailpiece(letter(), Postage.ofCents(78)),
                        new PricedMailpiece(certified(), Postage.ofCents(1104))));
    }

    public static Receipt receipt() {
        return new Receipt(
                counting(0x10, 16),
                new SerialNumber(1042),
                12,
                Instant.parse("2026-11-23T17:04:05.678Z"),
                RequestKey.of(dispense()),
                hash(0x20),
                hash(0x40),
                new Registers(Postage.ofCents(12578), Postage.ofCents(87422)),
                162,
                hash(0x60));
    }

    public static SignedReceipt signedReceipt() {
        return new SignedReceipt(receipt(), 7, counting(0x80, 64));
    }

    public Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    public ZipCode zip(int digits) {
        var zip = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            zip.append((char) ('0' + random.nextInt(10)));
        }
        return new ZipCode(zip.toString());
    }

    public Indicium indicium() {
        var flags = some(IndiciumFlag.values());
        flags.add(IndiciumFlag.SPECIMEN);
        return new Indicium(
                new SerialNumber(random.nextInt(1, 10_000_000)),
                new Postage(random.nextLong(1L << 40)),
                new Postage(random.nextInt(1 << 24)),
                date(),
                new Weight(random.nextInt(1, 11_201)),
                random.nextLong(1, 1L << 32),
                one(MailClass.values()),
                one(RateCategory.values()),
                random.nextInt(),
                zip(ZIP_LENGTHS[random.nextInt(ZIP_LENGTHS.length)]),
                zip(5),
                flags,
                some(ExtraService.values()));
    }

    public PricedMailpiece priced() {
        return new PricedMailpiece(
                new Mailpiece(
                        one(MailClass.values()),
                        one(RateCategory.values()),
                        new Weight(random.nextInt(1, 11_201)),
                        some(ExtraService.values()),
                        zip(5),
                        zip(ZIP_LENGTHS[random.nextInt(ZIP_LENGTHS.length)]),
                        date()),
                new Postage(random.nextInt(1, 1 << 24)));
    }

    public Dispense dispense(int pieces) {
        return new Dispense(
                new SerialNumber(random.nextInt(1, 10_000_000)),
                new DeviceId(random.nextInt(1, Integer.MAX_VALUE)),
                random.nextLong(1, Long.MAX_VALUE),
                new QuoteId(bytes(QuoteId.LENGTH)),
                Stream.generate(this::priced).limit(pieces).toList());
    }

    private LocalDate date() {
        return LocalDate.of(1998, 1, 1).plusDays(random.nextInt(40_000));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> some(T[] values) {
        var some = new ArrayList<T>();
        for (T value : values) {
            if (random.nextBoolean()) {
                some.add(value);
            }
        }
        return some;
    }
}
