package org.franklin.box.statement;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

/// The transaction box's word that money left a master account for a meter. The meter box takes
/// `number` = last + 1 exactly, so that each voucher counts once.
public record Voucher(Bytes cluster, SerialNumber serial, long number, Postage amount) {}
