/// The disk as a box's memory needs it, so that a simulator can own all that the journal does to
/// it.
@NullMarked
package org.franklin.box.freshness.disk;

import org.jspecify.annotations.NullMarked;
