/// What every box has: its door, sealed keys, key derivation, self-tests, chained records,
/// freshness log.
@NullMarked
package org.franklin.box;

import org.jspecify.annotations.NullMarked;
