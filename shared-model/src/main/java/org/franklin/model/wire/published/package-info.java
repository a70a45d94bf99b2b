/// The file of published keys, as a verifier without a network gets it.
@NullMarked
package org.franklin.model.wire.published;

import org.jspecify.annotations.NullMarked;
