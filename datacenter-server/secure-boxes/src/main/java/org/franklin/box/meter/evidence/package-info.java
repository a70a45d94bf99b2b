/// What a meter's opened token key makes for each piece: a signature, or two digital tokens.
@NullMarked
package org.franklin.box.meter.evidence;

import org.jspecify.annotations.NullMarked;
