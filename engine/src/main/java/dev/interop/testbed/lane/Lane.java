package dev.interop.testbed.lane;

/** A pair of isolated networks with a place for a simulator between them. One cell at a time runs in it. */
public interface Lane {
    /** Which one, from 0; also the third octet of its client network. */
    int number();
}
