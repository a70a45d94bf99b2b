/// What every box has: its door, the keys behind it, and the words of its answers.
@NullMarked
package org.franklin.box;

import org.jspecify.annotations.NullMarked;
