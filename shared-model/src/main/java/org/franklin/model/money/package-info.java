/// Postage, counted in whole mills.
@NullMarked
package org.franklin.model.money;

import org.jspecify.annotations.NullMarked;
