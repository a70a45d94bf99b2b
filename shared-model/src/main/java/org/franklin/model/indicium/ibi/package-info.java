/// The indicium of the 1998 programme IBI: its 89 bytes, and the digital tokens of that generation.
@NullMarked
package org.franklin.model.indicium.ibi;

import org.jspecify.annotations.NullMarked;
