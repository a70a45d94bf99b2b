/// The function server (34): one class per service, wired over the database (36) and the boxes.
@NullMarked
package org.franklin.datacenter.function;

import org.jspecify.annotations.NullMarked;
