package org.franklin.datacenter.function.records;

import org.franklin.box.BoxPort;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes.Walls;

/// The doors of the boxes that serve mailers: authentication (40), transaction (42), meter (44) and
/// steel box (38). Whether a box is in this process or behind a socket cannot be seen here.
public record Boxes(
        BoxPort<AuthenticationBoxRequest, AuthenticationBoxAnswer> authentication,
        BoxPort<TransactionBoxRequest, TransactionBoxAnswer> transaction,
        BoxPort<MeterBoxRequest, MeterBoxAnswer> meter,
        BoxPort<SteelBoxRequest, SteelBoxAnswer> steel) {

    public static Boxes behind(Walls walls) {
        return new Boxes(
                new BoxPort<>(
                        AuthenticationBoxRequest.class,
                        AuthenticationBoxAnswer.class,
                        walls.authentication()),
                new BoxPort<>(
                        TransactionBoxRequest.class,
                        TransactionBoxAnswer.class,
                        walls.transaction()),
                new BoxPort<>(MeterBoxRequest.class, MeterBoxAnswer.class, walls.meter()),
                new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, walls.steel()));
    }
}
