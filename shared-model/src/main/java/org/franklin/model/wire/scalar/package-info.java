/// Values that JSON carries as one text or one whole number.
@NullMarked
package org.franklin.model.wire.scalar;

import org.jspecify.annotations.NullMarked;
