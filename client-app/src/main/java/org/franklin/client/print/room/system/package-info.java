/// The printers of this computer's system: found, questioned and printed on within time limits.
@NullMarked
package org.franklin.client.print.room.system;

import org.jspecify.annotations.NullMarked;
