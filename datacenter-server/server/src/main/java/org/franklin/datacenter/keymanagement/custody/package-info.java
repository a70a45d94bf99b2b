/// Who opens an installation's seal: what is asked of whom, in which words, and how that is
/// changed.
@NullMarked
package org.franklin.datacenter.keymanagement.custody;

import org.jspecify.annotations.NullMarked;
