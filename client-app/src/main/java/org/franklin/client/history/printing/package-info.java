/// Printing a paid piece, the first time and again.
@NullMarked
package org.franklin.client.history.printing;

import org.jspecify.annotations.NullMarked;
