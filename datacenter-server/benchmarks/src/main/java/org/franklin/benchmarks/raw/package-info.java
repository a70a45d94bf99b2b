/// What the machine gives at best: the denominators.
@NullMarked
package org.franklin.benchmarks.raw;

import org.jspecify.annotations.NullMarked;
