/// Verifiers: who checks the Post's digital tokens of 1998, with keys that were sealed to them.
@NullMarked
package org.franklin.box.verifier;

import org.jspecify.annotations.NullMarked;
