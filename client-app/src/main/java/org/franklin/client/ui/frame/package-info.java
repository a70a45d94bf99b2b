/// What frames windows: the mark, the left pane, the status bar, and where the focus goes.
@NullMarked
package org.franklin.client.ui.frame;

import org.jspecify.annotations.NullMarked;
