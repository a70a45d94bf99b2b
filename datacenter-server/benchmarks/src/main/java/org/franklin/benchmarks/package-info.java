/// Benchmarks: programs that print a figure beside its denominator, measured in the same run.
@NullMarked
package org.franklin.benchmarks;

import org.jspecify.annotations.NullMarked;
