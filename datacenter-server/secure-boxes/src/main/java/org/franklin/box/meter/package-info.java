/// The meter box (44): accounts, makes indicia, signs meter records.
@NullMarked
package org.franklin.box.meter;

import org.jspecify.annotations.NullMarked;
