/// Who keeps the key that all seeds are sealed with: a file, a passphrase, custodians, or a token.
@NullMarked
package org.franklin.box.custody;

import org.jspecify.annotations.NullMarked;
