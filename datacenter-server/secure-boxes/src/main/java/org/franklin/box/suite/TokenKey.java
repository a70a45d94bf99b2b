package org.franklin.box.suite;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.ibi.DigitalToken;
import org.franklin.model.meter.SerialNumber;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Locale;

/// One party's key of one meter: makes that party's digital tokens, and so checks them.
///
/// A token is the retail MAC over the data of the symbol, under the key of the month of mailing, as
/// a number of 64 bits modulo 10^10: ten digits, none of which is likelier than another by more
/// than one in 10^9.
public final class TokenKey implements AutoCloseable {

    /// In bytes.
    public static final int LENGTH = TripleDes.KEY_LENGTH;

    private static final long MODULUS = 10_000_000_000L;

    private final SerialNumber serial;
    private final PatentMaster key;

    /// Takes the 16 bytes of this party and meter for its own.
    public TokenKey(SerialNumber serial, SecretBytes key) {
        this.serial = serial;
        this.key = new PatentMaster(key);
    }

    /// The 16 bytes of one meter, from the domain key of one party, which stays the caller's.
    public static SecretBytes ofMeter(SecretBytes domainKey, SerialNumber serial) {
        try (var domain = new PatentMaster(domainKey.copy())) {
            return domain.derive(PatentPurpose.PARTY_TOKEN_KEY, subject(serial), 0);
        }
    }

    /// The token over data of a symbol that is mailed on this day.
    public DigitalToken token(Bytes data, LocalDate mailingDate) {
        int month = mailingDate.getYear() * 100 + mailingDate.getMonthValue();
        try (var monthly = key.derive(PatentPurpose.MONTHLY_TOKEN_KEY, subject(serial), month)) {
            long mac = ByteBuffer.wrap(RetailMac.mac(monthly, data).toArray()).getLong();
            long number = Long.remainderUnsigned(mac, MODULUS);
            return new DigitalToken(String.format(Locale.ROOT, "%010d", number));
        }
    }

    static String subject(SerialNumber serial) {
        return "meter " + serial.number();
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "TokenKey";
    }
}
