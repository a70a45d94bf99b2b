/// A meter seen from outside: serial number, registers, device-signed requests, receipts.
@NullMarked
package org.franklin.model.meter;

import org.jspecify.annotations.NullMarked;
