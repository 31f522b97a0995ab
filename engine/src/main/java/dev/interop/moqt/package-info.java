/** Media over QUIC Transport: which client meets which relay, over what, in which draft. */
@NullMarked
package dev.interop.moqt;

import org.jspecify.annotations.NullMarked;
