/// The line between the function server and a box in another process: frames, and both ends.
@NullMarked
package org.franklin.datacenter.keymanagement.line;

import org.jspecify.annotations.NullMarked;
