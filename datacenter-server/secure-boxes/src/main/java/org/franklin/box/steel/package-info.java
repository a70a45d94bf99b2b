/// The steel box (38): merges vendor and postal key, makes meters and their certificates.
@NullMarked
package org.franklin.box.steel;

import org.jspecify.annotations.NullMarked;
