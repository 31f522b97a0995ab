/** Containers of the product's own tools, such as the dissector. */
@NullMarked
package dev.interop.testbed.tool;

import org.jspecify.annotations.NullMarked;
