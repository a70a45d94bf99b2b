package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.ibi.IbiForm;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// The byte form of an indicium: 45 data bytes, little-endian, then the 64-byte signature.
///
/// | offset | bytes | field |
/// |---:|---:|---|
/// | 0 | 1 | format version, `F` |
/// | 1 | 2 | vendor id, ASCII `ZZ` |
/// | 3 | 2 | model id, ASCII |
/// | 5 | 4 | meter serial number |
/// | 9 | 5 | ascending register after this piece, mills |
/// | 14 | 3 | postage, mills |
/// | 17 | 4 | date of mailing, YYYYMMDD |
/// | 21 | 2 | weight, tenths of an ounce |
/// | 23 | 4 | piece count |
/// | 27 | 2 | mail class, then rate category |
/// | 29 | 4 | number of the signing certificate |
/// | 33 | 6 | destination ZIP as a number; its digit count in the top 4 bits |
/// | 39 | 4 | origin ZIP |
/// | 43 | 2 | flags in the low byte, extra services in the high byte |
public final class IndiciumForm {

    static final int DATA_LENGTH = 45;
    static final int SIGNATURE_LENGTH = 64;

    private static final byte VERSION = 'F';
    private static final int DIGITS_SHIFT = 44;
    private static final long ZIP_MASK = (1L << DIGITS_SHIFT) - 1;

    private IndiciumForm() {}

    /// The 45 bytes that the meter signs.
    public static Bytes data(Indicium indicium) {
        var out = ByteBuffer.allocate(DATA_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        out.put(VERSION);
        out.put(ascii(SerialNumber.VENDOR)).put(ascii(SerialNumber.MODEL));
        out.putInt(indicium.serial().number());
        putLow(out, indicium.ascending().mills(), 5);
        putLow(out, indicium.postage().mills(), 3);
        out.putInt(yyyymmdd(indicium.mailingDate()));
        out.putShort((short) indicium.weight().tenthsOfOunce());
        out.putInt((int) indicium.pieceCount());
        out.put((byte) indicium.mailClass().code()).put((byte) indicium.category().code());
        out.putInt(indicium.certificate());
        putLow(out, zipNumber(indicium.destination()), 6);
        out.putInt(Integer.parseInt(indicium.origin().digits()));
        out.putShort((short) flags(indicium));
        return Bytes.of(out.array());
    }

    /// Reads the bytes of a symbol, 109 with a signature or 89 with tokens, and says nothing yet
    /// about who made them.
    public static Decoded<SignedIndicium> decode(Bytes symbol) {
        if (symbol.length() == IbiForm.LENGTH) {
            return TokenForm.decode(symbol);
        }
        if (symbol.length() != EcdsaIndicium.LENGTH) {
            return new Malformed<>("an indicium has 109 bytes, these are " + symbol.length());
        }
        var in = ByteBuffer.wrap(symbol.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        if (in.get() != VERSION) {
            return new Malformed<>("the format version is not Franklin's");
        }
        if (!ascii(in).equals(SerialNumber.VENDOR) || !ascii(in).equals(SerialNumber.MODEL)) {
            return new Malformed<>("the vendor or model is not Franklin's");
        }
        try {
            SignedIndicium signed =
                    new EcdsaIndicium(fields(in), symbol.slice(DATA_LENGTH, EcdsaIndicium.LENGTH));
            return signed.bytes().equals(symbol)
                    ? new Valid<>(signed)
                    : new Malformed<>("a field is not in its one form");
        } catch (IllegalArgumentException e) {
            return new Malformed<>("a field is out of range: " + e.getMessage());
        }
    }

    private static Indicium fields(ByteBuffer in) {
        var serial = new SerialNumber(in.getInt());
        var ascending = new Postage(getLow(in, 5));
        var postage = new Postage(getLow(in, 3));
        var mailingDate = date(in.getInt());
        var weight = new Weight(Short.toUnsignedInt(in.getShort()));
        long pieceCount = Integer.toUnsignedLong(in.getInt());
        var mailClass = byCode("mail class", MailClass.values(), MailClass::code, in.get());
        var category = byCode("rate category", RateCategory.values(), RateCategory::code, in.get());
        int certificate = in.getInt();
        var destination = zip(getLow(in, 6));
        var origin = new ZipCode(digits(5, in.getInt()));
        int flags = Short.toUnsignedInt(in.getShort());
        return new Indicium(
                serial,
                ascending,
                postage,
                mailingDate,
                weight,
                pieceCount,
                mailClass,
                category,
                certificate,
                destination,
                origin,
                flags(flags),
                services(flags));
    }

    static List<IndiciumFlag> flags(int flags) {
        return Stream.of(IndiciumFlag.values()).filter(flag -> isSet(flags, flag.bit())).toList();
    }

    static List<ExtraService> services(int flags) {
        return Stream.of(ExtraService.values())
                .filter(service -> isSet(flags, service.bit()))
                .toList();
    }

    static int flags(Indicium indicium) {
        int flags = 0;
        for (IndiciumFlag flag : indicium.flags()) {
            flags |= 1 << flag.bit();
        }
        for (ExtraService service : indicium.services()) {
            flags |= 1 << service.bit();
        }
        return flags;
    }

    private static boolean isSet(int flags, int bit) {
        return ((flags >> bit) & 1) == 1;
    }

    private static int yyyymmdd(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private static LocalDate date(int yyyymmdd) {
        try {
            return LocalDate.of(yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the date of mailing is no day", e);
        }
    }

    private static long zipNumber(ZipCode zip) {
        return ((long) zip.digits().length() << DIGITS_SHIFT) | Long.parseLong(zip.digits());
    }

    private static ZipCode zip(long number) {
        return new ZipCode(digits((int) (number >> DIGITS_SHIFT), number & ZIP_MASK));
    }

    /// A number with zeros in front. One of more digits stays as it is, so that it is refused.
    static String digits(int count, long number) {
        String bare = Long.toString(number);
        return "0".repeat(Math.max(0, count - bare.length())) + bare;
    }

    static <T> T byCode(String name, T[] values, ToIntFunction<T> code, byte found) {
        return Arrays.stream(values)
                .filter(value -> code.applyAsInt(value) == Byte.toUnsignedInt(found))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " has this code"));
    }

    private static void putLow(ByteBuffer out, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.put((byte) (value >> (Byte.SIZE * i)));
        }
    }

    private static long getLow(ByteBuffer in, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= Byte.toUnsignedLong(in.get()) << (Byte.SIZE * i);
        }
        return value;
    }

    private static byte[] ascii(String two) {
        return two.getBytes(StandardCharsets.US_ASCII);
    }

    private static String ascii(ByteBuffer in) {
        byte[] two = new byte[2];
        in.get(two);
        return new String(two, StandardCharsets.ISO_8859_1);
    }
}
