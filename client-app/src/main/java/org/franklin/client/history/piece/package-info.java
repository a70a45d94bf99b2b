/// The pieces that the history lists: where they are known from, and which of them are looked for.
@NullMarked
package org.franklin.client.history.piece;

import org.jspecify.annotations.NullMarked;
