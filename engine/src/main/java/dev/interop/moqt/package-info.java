/** Media over QUIC Transport: the protocol, its test cases, one file each, its routes and its endpoint contract. */
@NullMarked
package dev.interop.moqt;

import org.jspecify.annotations.NullMarked;
