/// Boxes as processes of their own: where they are, how they are started, who shares the load.
@NullMarked
package org.franklin.datacenter.keymanagement.process;

import org.jspecify.annotations.NullMarked;
