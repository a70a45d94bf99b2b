/// A meter's signed record: its identity, books, devices and certificate.
@NullMarked
package org.franklin.box.meter.record;

import org.jspecify.annotations.NullMarked;
