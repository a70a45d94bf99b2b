/// The auditor: walks database and boxes, changes nothing, and says whether the books balance.
@NullMarked
package org.franklin.datacenter.function.audit;

import org.jspecify.annotations.NullMarked;
