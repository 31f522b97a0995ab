/** Builds an image with the Docker command, and digests its inputs. Internal. */
@NullMarked
package dev.interop.testbed.image;

import org.jspecify.annotations.NullMarked;
