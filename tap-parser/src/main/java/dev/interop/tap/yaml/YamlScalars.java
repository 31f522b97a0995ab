package dev.interop.tap.yaml;

import java.math.BigInteger;

/** The meaning of plain scalars. YAML 1.2.2, section 10.3.2, "Tag Resolution" of the core schema. */
final class YamlScalars {

    /** Longer numbers are read as text, since converting long numbers does not take linear time. */
    private static final int MAX_NUMBER_CHARACTERS = 64;

    private static final int HEXADECIMAL = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;

    Object plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> Boolean.TRUE;
            case "false", "False", "FALSE" -> Boolean.FALSE;
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
            case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            default -> mayBeNumber(text) ? number(text) : text;
        };
    }

    private static boolean mayBeNumber(String text) {
        char first = text.charAt(0);
        return text.length() <= MAX_NUMBER_CHARACTERS
                && (isDigit(first) || first == '-' || first == '+' || first == '.');
    }

    private static Object number(String text) {
        if (text.startsWith("0x") && digits(text, 2, HEXADECIMAL) == text.length() && text.length() > 2) {
            return narrow(new BigInteger(text.substring(2), HEXADECIMAL));
        }
        if (text.startsWith("0o") && digits(text, 2, OCTAL) == text.length() && text.length() > 2) {
            return narrow(new BigInteger(text.substring(2), OCTAL));
        }
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int whole = digits(text, start, DECIMAL);
        if (whole == text.length() && whole > start) {
            return narrow(new BigInteger(text));
        }
        return isFloat(text, start, whole) ? (Object) Double.valueOf(text) : text;
    }

    private static Object narrow(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private static boolean isFloat(String text, int start, int whole) {
        int at = whole;
        boolean hasDigits = whole > start;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1, DECIMAL);
            hasDigits |= fraction > at + 1;
            at = fraction;
        }
        if (hasDigits && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+') ? 1 : 0;
            int exponent = digits(text, at + 1 + sign, DECIMAL);
            hasDigits = exponent > at + 1 + sign;
            at = exponent;
        }
        return hasDigits && at == text.length();
    }

    private static int digits(String text, int from, int radix) {
        int at = from;
        while (at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), radix) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
