/// Paying for mail: dispensing, outcomes, statements, verification, repair after a crash.
@NullMarked
package org.franklin.datacenter.function.postage;

import org.jspecify.annotations.NullMarked;
