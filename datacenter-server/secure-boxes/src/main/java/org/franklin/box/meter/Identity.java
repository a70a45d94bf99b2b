package org.franklin.box.meter;

import org.franklin.box.WrappedKey;
import org.franklin.model.meter.SerialNumber;

/// Who a meter is: the numbers that the steel box gave it, and its token key, wrapped.
public record Identity(SerialNumber serial, long manufacturingNumber, WrappedKey tokenKey) {}
