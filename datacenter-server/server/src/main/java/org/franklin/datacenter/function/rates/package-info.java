/// Prices as data, and quotes from them.
@NullMarked
package org.franklin.datacenter.function.rates;

import org.jspecify.annotations.NullMarked;
