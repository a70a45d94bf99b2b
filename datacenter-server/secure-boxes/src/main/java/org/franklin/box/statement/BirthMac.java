package org.franklin.box.statement;

import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.RecordMac;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

/// What makes a birth the steel box's: HMAC-SHA-256 over the canonical form of all the rest of it,
/// under the key that the steel box and the meter box share for messages and for nothing else.
public final class BirthMac {

    private final RecordMac mac;

    public BirthMac(MasterKey shared) {
        this.mac = new RecordMac(shared, KeyPurpose.BOX_MESSAGE);
    }

    public Birth sign(Birth birth) {
        return birth.with(of(birth));
    }

    public boolean isGenuine(Birth birth) {
        return of(birth).equals(birth.mac());
    }

    private Bytes of(Birth birth) {
        return mac.mac(
                "birth " + birth.serial().number(),
                birth.tokenKey().month(),
                Canonical.bytes(birth.with(Bytes.EMPTY)));
    }

    @Override
    public String toString() {
        return "BirthMac";
    }
}
