package org.franklin.box.manufacturing;

import org.franklin.box.Wipeable;
import org.franklin.box.authentication.AuthenticationSeed;
import org.franklin.box.meter.MeterSeed;
import org.franklin.box.steel.SteelSeed;
import org.franklin.box.transaction.TransactionSeed;

import java.util.List;

/// What each box is started from. Secret: kept by [SealedSeeds] alone.
public record Seeds(
        MeterSeed meter,
        TransactionSeed transaction,
        AuthenticationSeed authentication,
        SteelSeed steel)
        implements Wipeable {

    @Override
    public void close() {
        List.of(meter, transaction, authentication, steel).forEach(Wipeable::close);
    }
}
