/// The controls of the house: chips, notices, the button that shows its state.
@NullMarked
package org.franklin.client.ui.control;

import org.jspecify.annotations.NullMarked;
