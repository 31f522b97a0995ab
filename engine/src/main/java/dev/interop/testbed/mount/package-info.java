/** Copies files of the user's machine into endpoints' containers. */
@NullMarked
package dev.interop.testbed.mount;

import org.jspecify.annotations.NullMarked;
