/// The freshness log of a single box: a journal on its own disk, and what the box keeps of it in
/// memory.
@NullMarked
package org.franklin.box.freshness.journal;

import org.jspecify.annotations.NullMarked;
