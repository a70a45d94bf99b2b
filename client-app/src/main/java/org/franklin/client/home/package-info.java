/// Home: what the balance is enough for, what waits, the newest pieces.
@NullMarked
package org.franklin.client.home;

import org.jspecify.annotations.NullMarked;
