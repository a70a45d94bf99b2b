/// What comes of asking at the desk: outcomes that say whether money was taken.
@NullMarked
package org.franklin.client.datacenter.outcome;

import org.jspecify.annotations.NullMarked;
