/// After a crash: pieces that are paid and not printed.
@NullMarked
package org.franklin.client.recovery;

import org.jspecify.annotations.NullMarked;
