/// Benchmarks of meters in the data center itself, asked in this process and without HTTP.
@NullMarked
package org.franklin.benchmarks.meter;

import org.jspecify.annotations.NullMarked;
