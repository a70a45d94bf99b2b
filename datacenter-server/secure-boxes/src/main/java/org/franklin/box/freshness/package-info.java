/// A box's memory: which record it wrote last, kept where no administrator of the database reaches.
@NullMarked
package org.franklin.box.freshness;

import org.jspecify.annotations.NullMarked;
