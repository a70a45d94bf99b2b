/// History: every piece of the meter, what became of it, and what can be proven of it.
@NullMarked
package org.franklin.client.history;

import org.jspecify.annotations.NullMarked;
