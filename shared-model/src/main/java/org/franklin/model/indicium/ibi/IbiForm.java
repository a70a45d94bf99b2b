package org.franklin.model.indicium.ibi;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.money.Postage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/// The byte form of an open-system IBI indicium, little-endian.
///
/// | offset | bytes | field |
/// |---:|---:|---|
/// | 0 | 1 | indicium version |
/// | 1 | 1 | algorithm id |
/// | 2 | 4 | certificate serial number |
/// | 6 | 2 | PSD manufacturer id, ASCII |
/// | 8 | 2 | PSD model id, ASCII |
/// | 10 | 4 | PSD serial number |
/// | 14 | 5 | ascending register, mills |
/// | 19 | 3 | postage, mills |
/// | 22 | 4 | date of mailing, YYYYMMDD |
/// | 26 | 4 | originating ZIP code |
/// | 30 | 5 | destination ZIP code, 0 for none |
/// | 35 | 6 | software id |
/// | 41 | 4 | descending register, mills |
/// | 45 | 4 | rate category |
/// | 49 | 40 | signature |
/// | 89 | 0 to 23 | reserve |
///
/// Offsets, order and units are those of two published symbols of PC postage, whose values this
/// form gives.
public final class IbiForm {

    public static final int LENGTH = 89;

    /// Where the signature begins.
    public static final int SIGNATURE_OFFSET = 49;

    private IbiForm() {}

    /// The 89 bytes, and the reserve behind them.
    public static Bytes encode(IbiIndicium indicium) {
        var out = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) indicium.version()).put((byte) indicium.algorithm());
        out.putInt((int) indicium.certificate());
        out.put(ascii(indicium.manufacturer())).put(ascii(indicium.model()));
        out.putInt((int) indicium.serial());
        putLow(out, indicium.ascending().mills(), 5);
        putLow(out, indicium.postage().mills(), 3);
        out.putInt(yyyymmdd(indicium.mailingDate()));
        out.putInt((int) indicium.originZip());
        putLow(out, indicium.destinationZip(), 5);
        out.put(indicium.softwareId().toArray());
        out.putInt((int) indicium.descending().mills());
        out.put(indicium.rateCategory().toArray());
        out.put(indicium.signature().toArray());
        return Bytes.of(out.array()).plus(indicium.reserve());
    }

    /// Reads a symbol of any provider and says nothing about who made it.
    public static Decoded<IbiIndicium> decode(Bytes symbol) {
        if (symbol.length() < LENGTH || symbol.length() > LENGTH + IbiIndicium.LONGEST_RESERVE) {
            return new Malformed<>("an IBI indicium has 89 to 112 bytes");
        }
        try {
            return new Valid<>(fields(symbol));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Malformed<>("a field is out of range: " + e.getMessage());
        }
    }

    private static IbiIndicium fields(Bytes symbol) {
        var in = ByteBuffer.wrap(symbol.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        return new IbiIndicium(
                Byte.toUnsignedInt(in.get()),
                Byte.toUnsignedInt(in.get()),
                getLow(in, 4),
                two(in),
                two(in),
                getLow(in, 4),
                new Postage(getLow(in, 5)),
                new Postage(getLow(in, 3)),
                date(getLow(in, 4)),
                getLow(in, 4),
                getLow(in, 5),
                bytes(in, IbiIndicium.SOFTWARE_LENGTH),
                new Postage(getLow(in, 4)),
                bytes(in, IbiIndicium.CATEGORY_LENGTH),
                bytes(in, IbiIndicium.SIGNATURE_LENGTH),
                bytes(in, in.remaining()));
    }

    private static int yyyymmdd(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private static LocalDate date(long yyyymmdd) {
        long year = yyyymmdd / 10_000;
        return LocalDate.of(
                Math.toIntExact(year), (int) (yyyymmdd / 100 % 100), (int) (yyyymmdd % 100));
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

    private static Bytes bytes(ByteBuffer in, int length) {
        byte[] found = new byte[length];
        in.get(found);
        return Bytes.of(found);
    }

    private static byte[] ascii(String two) {
        return two.getBytes(StandardCharsets.US_ASCII);
    }

    private static String two(ByteBuffer in) {
        return new String(bytes(in, 2).toArray(), StandardCharsets.ISO_8859_1);
    }
}
