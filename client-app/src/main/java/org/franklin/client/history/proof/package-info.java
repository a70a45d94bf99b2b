/// What this computer can prove of a piece: its receipt and its indicium.
@NullMarked
package org.franklin.client.history.proof;

import org.jspecify.annotations.NullMarked;
