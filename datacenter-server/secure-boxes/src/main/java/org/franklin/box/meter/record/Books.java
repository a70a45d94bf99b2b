package org.franklin.box.meter.record;

import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.Registers;
import org.franklin.model.money.Postage;

/// What a meter accounts for.
///
/// `refilled` is all that ever came in, kept beside the registers so that the law can be checked at
/// every step: refilled = ascending + descending. `pieces` counts the pieces, `lastVoucher` the
/// refills; `indiciaRoot` is the SHA-256 of the last step's indicia.
public record Books(
        Registers registers, Postage refilled, long pieces, long lastVoucher, Hash indiciaRoot) {

    public static final Books EMPTY = new Books(Registers.EMPTY, Postage.ZERO, 0, 0, Hash.NONE);

    public Books {
        if (!registers.controlTotal().equals(refilled)) {
            throw new IllegalArgumentException(
                    "refilled = ascending + descending does not hold for these books");
        }
    }

    public Books dispense(Postage total, int count, Hash root) {
        return new Books(
                registers.dispense(total),
                refilled,
                Math.addExact(pieces, count),
                lastVoucher,
                root);
    }

    public Books refill(Postage amount, long voucher) {
        return new Books(
                registers.refill(amount), refilled.plus(amount), pieces, voucher, Hash.NONE);
    }

    /// As they are after a step that moves nothing.
    public Books untouched() {
        return new Books(registers, refilled, pieces, lastVoucher, Hash.NONE);
    }
}
