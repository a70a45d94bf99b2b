/// Drills that anyone can run: insiders attack a copy of a demo installation, and a table says what
/// answered.
@NullMarked
package org.franklin.datacenter.drill;

import org.jspecify.annotations.NullMarked;
