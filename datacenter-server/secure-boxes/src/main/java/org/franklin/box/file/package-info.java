/// Small files that only their owner may read, and that are there whole or not at all.
@NullMarked
package org.franklin.box.file;

import org.jspecify.annotations.NullMarked;
