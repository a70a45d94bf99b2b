/// What the key management system does in a second: meters made, boxes opened.
@NullMarked
package org.franklin.benchmarks.key;

import org.jspecify.annotations.NullMarked;
