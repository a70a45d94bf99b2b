/// Signing on from this computer, and being signed out when nobody is there.
@NullMarked
package org.franklin.client.signon;

import org.jspecify.annotations.NullMarked;
