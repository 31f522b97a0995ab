/** Builds the images that cannot be pulled: in the order of their bases, and only when their inputs changed. */
@NullMarked
package dev.interop.testbed.image;

import org.jspecify.annotations.NullMarked;
