/// The picture (22): all that is printed for one piece, laid out, drawn as PDF and as PNG.
@NullMarked
package org.franklin.client.print;

import org.jspecify.annotations.NullMarked;
