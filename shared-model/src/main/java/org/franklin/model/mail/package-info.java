/// What is mailed: pieces, classes, weights, extra services, addresses, ZIP codes.
@NullMarked
package org.franklin.model.mail;

import org.jspecify.annotations.NullMarked;
