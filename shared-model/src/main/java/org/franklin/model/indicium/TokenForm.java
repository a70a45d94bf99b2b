package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.ibi.DigitalToken;
import org.franklin.model.indicium.ibi.IbiForm;
import org.franklin.model.indicium.ibi.IbiIndicium;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How an indicium with digital tokens lies in IBI's 89 bytes.
///
/// The fields up to offset 49 are IBI's own, see [IbiForm]: version `F`, algorithm `T`,
/// manufacturer `ZZ`, software id `FRKL98`; the rate category is mail class, rate category and, in
/// two bytes, the weight in tenths of an ounce. The 40 bytes of IBI's signature hold
///
/// | offset | bytes | field |
/// |---:|---:|---|
/// | 49 | 4 | piece count |
/// | 53 | 1 | flags |
/// | 54 | 1 | extra services |
/// | 55 | 1 | digits of the destination ZIP code: 5, 9 or 11 |
/// | 56 | 10 | the vendor's token, ASCII digits |
/// | 66 | 10 | the Post's token, ASCII digits |
/// | 76 | 8 | `SPECIMEN` |
/// | 84 | 5 | zero |
///
/// Both tokens cover the first 56 bytes: all that the symbol says.
public final class TokenForm {

    /// Of what the tokens cover.
    public static final int DATA_LENGTH = 56;

    private static final int VERSION = 'F';
    private static final int ALGORITHM = 'T';
    private static final Bytes SOFTWARE = ascii("FRKL98");
    private static final Bytes TAIL = ascii("SPECIMEN").plus(Bytes.of(new byte[5]));
    private static final int POST_OFFSET = DATA_LENGTH + DigitalToken.LENGTH;

    private static final DigitalToken NONE = new DigitalToken("0".repeat(DigitalToken.LENGTH));

    private TokenForm() {}

    /// The 56 bytes that the tokens cover.
    public static Bytes data(Indicium indicium, Postage descending) {
        return encode(new TokenIndicium(indicium, descending, NONE, NONE)).slice(0, DATA_LENGTH);
    }

    static Bytes encode(TokenIndicium signed) {
        var said = signed.indicium();
        return IbiForm.encode(
                new IbiIndicium(
                        VERSION,
                        ALGORITHM,
                        Integer.toUnsignedLong(said.certificate()),
                        SerialNumber.VENDOR,
                        SerialNumber.MODEL,
                        said.serial().number(),
                        said.ascending(),
                        said.postage(),
                        said.mailingDate(),
                        Long.parseLong(said.origin().digits()),
                        Long.parseLong(said.destination().digits()),
                        SOFTWARE,
                        signed.descending(),
                        category(said),
                        evidence(signed),
                        Bytes.EMPTY));
    }

    private static Bytes category(Indicium said) {
        var out = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) said.mailClass().code()).put((byte) said.category().code());
        out.putShort((short) said.weight().tenthsOfOunce());
        return Bytes.of(out.array());
    }

    private static Bytes evidence(TokenIndicium signed) {
        var said = signed.indicium();
        var out = ByteBuffer.allocate(7).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt((int) said.pieceCount());
        out.putShort((short) IndiciumForm.flags(said));
        out.put((byte) said.destination().digits().length());
        return Bytes.of(out.array())
                .plus(ascii(signed.vendor().digits()))
                .plus(ascii(signed.post().digits()))
                .plus(TAIL);
    }

    /// Reads the 89 bytes of a symbol and says nothing yet about who made its tokens.
    static Decoded<SignedIndicium> decode(Bytes symbol) {
        if (symbol.length() != IbiForm.LENGTH) {
            return new Malformed<>("an indicium with tokens has 89 bytes");
        }
        return IbiForm.decode(symbol).then(fields -> ours(fields, symbol));
    }

    private static Decoded<SignedIndicium> ours(IbiIndicium fields, Bytes symbol) {
        if (fields.version() != VERSION || fields.algorithm() != ALGORITHM) {
            return new Malformed<>("the format version is not Franklin's");
        }
        if (!fields.manufacturer().equals(SerialNumber.VENDOR)
                || !fields.model().equals(SerialNumber.MODEL)) {
            return new Malformed<>("the vendor or model is not Franklin's");
        }
        try {
            SignedIndicium signed =
                    new TokenIndicium(
                            indicium(fields),
                            fields.descending(),
                            token(symbol, DATA_LENGTH),
                            token(symbol, POST_OFFSET));
            return signed.bytes().equals(symbol)
                    ? new Valid<>(signed)
                    : new Malformed<>("a field is not in its one form");
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Malformed<>("a field is out of range: " + e.getMessage());
        }
    }

    private static Indicium indicium(IbiIndicium fields) {
        var category = read(fields.rateCategory());
        var evidence = read(fields.signature());
        var mailClass =
                IndiciumForm.byCode(
                        "mail class", MailClass.values(), MailClass::code, category.get());
        var rate =
                IndiciumForm.byCode(
                        "rate category", RateCategory.values(), RateCategory::code, category.get());
        var weight = new Weight(Short.toUnsignedInt(category.getShort()));
        long pieceCount = Integer.toUnsignedLong(evidence.getInt());
        int flags = Short.toUnsignedInt(evidence.getShort());
        int digits = Byte.toUnsignedInt(evidence.get());
        return new Indicium(
                new SerialNumber(Math.toIntExact(fields.serial())),
                fields.ascending(),
                fields.postage(),
                fields.mailingDate(),
                weight,
                pieceCount,
                mailClass,
                rate,
                (int) fields.certificate(),
                new ZipCode(IndiciumForm.digits(digits, fields.destinationZip())),
                new ZipCode(IndiciumForm.digits(5, fields.originZip())),
                IndiciumForm.flags(flags),
                IndiciumForm.services(flags));
    }

    private static ByteBuffer read(Bytes field) {
        return ByteBuffer.wrap(field.toArray()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static DigitalToken token(Bytes symbol, int from) {
        byte[] digits = symbol.slice(from, from + DigitalToken.LENGTH).toArray();
        return new DigitalToken(new String(digits, StandardCharsets.ISO_8859_1));
    }

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
