package org.franklin.box.meter.record;

import org.franklin.box.key.WrappedKey;
import org.franklin.model.meter.SerialNumber;

/// Who a meter is: the numbers that the steel box gave it, and its token key, wrapped.
public record Identity(SerialNumber serial, long manufacturingNumber, WrappedKey tokenKey) {}
