package org.franklin.box.manufacturing;

import org.franklin.box.authentication.AuthenticationSeed;
import org.franklin.box.meter.MeterSeed;
import org.franklin.box.steel.SteelSeed;
import org.franklin.box.transaction.TransactionSeed;

/// What each box is started from. Secret: kept by [SealedSeeds] alone.
public record Seeds(
        MeterSeed meter,
        TransactionSeed transaction,
        AuthenticationSeed authentication,
        SteelSeed steel) {}
