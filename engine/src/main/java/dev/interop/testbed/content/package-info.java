/** Files to serve, generated when they are needed and stored nowhere, and their comparison with downloads. */
@NullMarked
package dev.interop.testbed.content;

import org.jspecify.annotations.NullMarked;
