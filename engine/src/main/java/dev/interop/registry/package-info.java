/** Who exists: implementations, their roles, images and versions. Knows nothing of tests. */
@NullMarked
package dev.interop.registry;

import org.jspecify.annotations.NullMarked;
