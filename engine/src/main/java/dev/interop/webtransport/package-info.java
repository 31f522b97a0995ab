/** WebTransport over HTTP/3: sessions between implementations, and what must hold of them. */
@NullMarked
package dev.interop.webtransport;

import org.jspecify.annotations.NullMarked;
