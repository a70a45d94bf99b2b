/// Where paid pieces come out: onto a printer, or into a file.
@NullMarked
package org.franklin.client.print.room;

import org.jspecify.annotations.NullMarked;
