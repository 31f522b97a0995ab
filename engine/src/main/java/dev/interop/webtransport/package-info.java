/** The WebTransport test cases, one file each, their checks, and the contract of endpoints. */
@NullMarked
package dev.interop.webtransport;

import org.jspecify.annotations.NullMarked;
