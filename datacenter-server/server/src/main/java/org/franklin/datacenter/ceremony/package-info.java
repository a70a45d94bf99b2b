/// The commands of keepers: making a key, asking for a ceremony, approving it.
@NullMarked
package org.franklin.datacenter.ceremony;

import org.jspecify.annotations.NullMarked;
