/// What every box has: its door, and the words of its answers.
@NullMarked
package org.franklin.box;

import org.jspecify.annotations.NullMarked;
