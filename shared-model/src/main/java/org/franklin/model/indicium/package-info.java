/// The evidence of payment: the indicium, its byte form, and its public-key verifier.
@NullMarked
package org.franklin.model.indicium;

import org.jspecify.annotations.NullMarked;
