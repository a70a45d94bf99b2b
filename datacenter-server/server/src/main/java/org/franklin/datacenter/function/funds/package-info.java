/// Money on its way from a payment method to a meter.
@NullMarked
package org.franklin.datacenter.function.funds;

import org.jspecify.annotations.NullMarked;
