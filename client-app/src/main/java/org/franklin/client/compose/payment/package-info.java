/// What a piece costs, and the paying for it, from the click to the page in the tray.
@NullMarked
package org.franklin.client.compose.payment;

import org.jspecify.annotations.NullMarked;
