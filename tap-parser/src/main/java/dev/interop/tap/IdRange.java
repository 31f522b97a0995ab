package dev.interop.tap;

/**
 * Consecutive numbers of points.
 *
 * @param first the lowest
 * @param last the highest, itself included
 */
public record IdRange(long first, long last) {

    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}
