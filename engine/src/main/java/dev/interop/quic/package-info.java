/** The QUIC test cases, one file each, and their checks. */
@NullMarked
package dev.interop.quic;

import org.jspecify.annotations.NullMarked;
