/// Where drills happen: a copy of an installation, its mailers, and an insider with plain file and
/// SQL access.
@NullMarked
package org.franklin.datacenter.drill.ground;

import org.jspecify.annotations.NullMarked;
