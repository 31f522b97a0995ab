/** A streaming parser of the Test Anything Protocol, usable without the engine. */
package dev.interop.tap;
