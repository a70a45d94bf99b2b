/// What an attack left locked, put right by the two keepers of the copy.
@NullMarked
package org.franklin.datacenter.drill.healing;

import org.jspecify.annotations.NullMarked;
