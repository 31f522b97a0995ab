/** Reads captures as QUIC packets, with tshark. No other package knows tshark's field names. */
@NullMarked
package dev.interop.trace;

import org.jspecify.annotations.NullMarked;
