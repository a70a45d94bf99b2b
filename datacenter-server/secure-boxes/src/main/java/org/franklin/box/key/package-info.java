/// Secrets and what is done with them: derivation, wrapping, MACs, signatures, and their self-test.
@NullMarked
package org.franklin.box.key;

import org.jspecify.annotations.NullMarked;
