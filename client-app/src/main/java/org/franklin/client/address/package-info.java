/// Addresses as people write and paste them, made into addresses that can be printed.
@NullMarked
package org.franklin.client.address;

import org.jspecify.annotations.NullMarked;
