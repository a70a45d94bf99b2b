/// What a box watches of itself while it serves: its random source and its new keys.
@NullMarked
package org.franklin.box.health;

import org.jspecify.annotations.NullMarked;
