/** Lanes: isolated networks, and the network sandboxes that their containers join one after the other. */
@NullMarked
package dev.interop.testbed.lane;

import org.jspecify.annotations.NullMarked;
