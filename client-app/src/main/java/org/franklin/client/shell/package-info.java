/// The frame around every window: tasks, balance, status.
@NullMarked
package org.franklin.client.shell;

import org.jspecify.annotations.NullMarked;
