package dev.interop.tap;

/**
 * A range of consecutive point numbers.
 *
 * @param first the lowest number
 * @param last the highest number, inclusive
 */
public record IdRange(long first, long last) {

    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}
