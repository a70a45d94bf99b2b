package org.franklin.datacenter.protocol;

import org.franklin.box.meter.MeterStep;

/// What a device may ask: a place in its sequence, and the request for it or its cancel.
record Asking(int device, long sequence, int place, boolean cancel, MeterStep step) {}
