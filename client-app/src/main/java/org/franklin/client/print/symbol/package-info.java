/// The 2-D symbol of an indicium: made from bytes, found and read again in a picture.
@NullMarked
package org.franklin.client.print.symbol;

import org.jspecify.annotations.NullMarked;
