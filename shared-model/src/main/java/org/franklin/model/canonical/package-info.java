/// The one binary form of values that are signed, MACed or hashed.
@NullMarked
package org.franklin.model.canonical;

import org.jspecify.annotations.NullMarked;
