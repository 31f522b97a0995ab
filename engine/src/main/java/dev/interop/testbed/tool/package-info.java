/** The product's own images and the containers of its tools, such as the dissector. */
@NullMarked
package dev.interop.testbed.tool;

import org.jspecify.annotations.NullMarked;
