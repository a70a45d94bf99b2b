/// Records that a box signs and strangers keep, and how it recognises its last one.
@NullMarked
package org.franklin.box.record;

import org.jspecify.annotations.NullMarked;
