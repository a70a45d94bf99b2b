/// Adding funds to the meter.
@NullMarked
package org.franklin.client.funds;

import org.jspecify.annotations.NullMarked;
