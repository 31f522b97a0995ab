/** Builds images from the folders of a checkout: in the order of their bases, and only when their inputs changed. */
@NullMarked
package dev.interop.cli.build;

import org.jspecify.annotations.NullMarked;
