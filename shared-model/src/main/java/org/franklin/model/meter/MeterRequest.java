package org.franklin.model.meter;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.money.Postage;

import java.util.List;

/// What a device asks of its meter, in the one form that it signs and that every retry repeats
/// (`protocol`, ruling 1). `sequence` counts the requests of one device from 1; a number is taken
/// by whichever of its request and its cancel comes first, and never again.
public sealed interface MeterRequest {

    SerialNumber serial();

    DeviceId device();

    long sequence();

    /// Postage for 1 to 1,000 pieces at the exact prices that the mailer agreed to, all or nothing.
    record Dispense(
            SerialNumber serial,
            DeviceId device,
            long sequence,
            QuoteId quote,
            List<PricedMailpiece> pieces)
            implements MeterRequest {

        public static final int MOST_PIECES = 1_000;

        public Dispense {
            requireSequence(sequence);
            pieces = List.copyOf(pieces);
            if (pieces.isEmpty() || pieces.size() > MOST_PIECES) {
                throw new IllegalArgumentException("a request is for 1 to 1,000 pieces");
            }
        }

        public Postage total() {
            return pieces.stream().map(PricedMailpiece::price).reduce(Postage.ZERO, Postage::plus);
        }
    }

    /// Gives the sequence number up: whatever was asked under it can never be charged later.
    record Cancel(SerialNumber serial, DeviceId device, long sequence) implements MeterRequest {
        public Cancel {
            requireSequence(sequence);
        }
    }

    /// Lets another device join: `newDevice` is its public key, X.509 SubjectPublicKeyInfo, P-256,
    /// in its one form of 91 bytes. The meter gives it the next device number.
    record Enrol(SerialNumber serial, DeviceId device, long sequence, Bytes newDevice)
            implements MeterRequest {

        public static final int KEY_LENGTH = 91;

        public Enrol {
            requireSequence(sequence);
            if (newDevice.length() != KEY_LENGTH) {
                throw new IllegalArgumentException("a device's key has 91 bytes");
            }
        }
    }

    /// Removes a device for good. A device may remove itself while another one stays.
    record Revoke(SerialNumber serial, DeviceId device, long sequence, DeviceId revoked)
            implements MeterRequest {
        public Revoke {
            requireSequence(sequence);
        }
    }

    /// The bytes that the device signs.
    default Bytes canonical() {
        return Bytes.of(Canonical.encode(MeterRequest.class, this));
    }

    default Hash hash() {
        return Hash.of(canonical());
    }

    private static void requireSequence(long sequence) {
        if (sequence < 1) {
            throw new IllegalArgumentException("requests of a device are numbered from 1");
        }
    }
}
