/// One new piece: written, priced, shown, paid for and printed.
@NullMarked
package org.franklin.client.compose;

import org.jspecify.annotations.NullMarked;
