/// The public keys that verifiers and new apps need.
@NullMarked
package org.franklin.datacenter.function.keys;

import org.jspecify.annotations.NullMarked;
