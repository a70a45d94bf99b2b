/// Sealing to somebody's public key, in the one construction that this house has for it.
@NullMarked
package org.franklin.box.hpke;

import org.jspecify.annotations.NullMarked;
