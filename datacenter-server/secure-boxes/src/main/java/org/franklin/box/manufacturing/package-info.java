/// The manufacturing box (38): makes the top-level keys and seeds every other box.
@NullMarked
package org.franklin.box.manufacturing;

import org.jspecify.annotations.NullMarked;
