/// Signed records with all their steps, alarms, payments: bytes that others signed, unchanged.
@NullMarked
package org.franklin.datacenter.database.journal;

import org.jspecify.annotations.NullMarked;
