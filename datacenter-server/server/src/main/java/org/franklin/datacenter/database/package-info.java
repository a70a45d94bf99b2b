/// The database (36): transactions, faults, tables.
@NullMarked
package org.franklin.datacenter.database;

import org.jspecify.annotations.NullMarked;
