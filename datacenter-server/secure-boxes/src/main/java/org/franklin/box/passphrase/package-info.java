/// What a person types and remembers, made costly to guess at: Argon2id and its cost.
@NullMarked
package org.franklin.box.passphrase;

import org.jspecify.annotations.NullMarked;
