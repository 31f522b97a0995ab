/** Files to serve, made when they are needed and stored nowhere, and the look at what was downloaded. */
@NullMarked
package dev.interop.testbed.content;

import org.jspecify.annotations.NullMarked;
