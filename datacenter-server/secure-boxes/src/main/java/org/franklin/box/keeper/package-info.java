/// Keepers: the people of whom two must sign before a box does what it never does alone.
@NullMarked
package org.franklin.box.keeper;

import org.jspecify.annotations.NullMarked;
