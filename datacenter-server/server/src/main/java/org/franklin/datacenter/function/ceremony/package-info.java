/// Ceremonies as the function server holds them: the boxes decide, and the database is put right.
@NullMarked
package org.franklin.datacenter.function.ceremony;

import org.jspecify.annotations.NullMarked;
