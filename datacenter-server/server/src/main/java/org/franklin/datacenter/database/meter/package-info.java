/// The meter database (60): meters, their signed records, steps and certificates.
@NullMarked
package org.franklin.datacenter.database.meter;

import org.jspecify.annotations.NullMarked;
