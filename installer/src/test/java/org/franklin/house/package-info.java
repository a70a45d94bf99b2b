/// The rules of the house, as tests: format, size, manner, arrows, launchers.
@NullMarked
package org.franklin.house;

import org.jspecify.annotations.NullMarked;
