/// What windows share: background work, controls, theme, words.
@NullMarked
package org.franklin.client.ui;

import org.jspecify.annotations.NullMarked;
