/** Packets as a dissection of a capture shows them. The only place that knows the dissector's field names. */
@NullMarked
package dev.interop.trace;

import org.jspecify.annotations.NullMarked;
