/// The demo: the whole story on one machine, with a data center of its own.
@NullMarked
package org.franklin.installer;

import org.jspecify.annotations.NullMarked;
