/// The two suites of cryptography: today's, and that of the patent's year.
@NullMarked
package org.franklin.box.suite;

import org.jspecify.annotations.NullMarked;
