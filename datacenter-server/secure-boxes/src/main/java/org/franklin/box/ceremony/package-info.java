/// Ceremonies: what a box does to its own memory only when two different people have signed for it.
@NullMarked
package org.franklin.box.ceremony;

import org.jspecify.annotations.NullMarked;
