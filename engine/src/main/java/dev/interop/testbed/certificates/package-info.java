/** The server's certificates. */
@NullMarked
package dev.interop.testbed.certificates;

import org.jspecify.annotations.NullMarked;
