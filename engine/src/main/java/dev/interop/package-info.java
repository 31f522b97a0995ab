/** Interop Engine: protocol interoperability matrices that run as ordinary JUnit tests. */
package dev.interop;
