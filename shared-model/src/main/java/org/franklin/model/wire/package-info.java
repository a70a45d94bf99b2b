/// JSON shapes of requests, answers and problems, and their one codec.
@NullMarked
package org.franklin.model.wire;

import org.jspecify.annotations.NullMarked;
