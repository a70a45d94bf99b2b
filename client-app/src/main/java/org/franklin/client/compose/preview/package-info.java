/// The picture of a piece while it is written.
@NullMarked
package org.franklin.client.compose.preview;

import org.jspecify.annotations.NullMarked;
