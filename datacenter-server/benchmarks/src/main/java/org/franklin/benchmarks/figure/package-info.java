/// What a benchmark is, and how its figures are taken and printed.
@NullMarked
package org.franklin.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
