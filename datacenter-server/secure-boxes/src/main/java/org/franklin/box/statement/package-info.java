/// What one box tells another, signed, through the hands of strangers.
@NullMarked
package org.franklin.box.statement;

import org.jspecify.annotations.NullMarked;
