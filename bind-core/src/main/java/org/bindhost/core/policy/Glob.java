package org.bindhost.core.policy;

/**
 * A pattern in which {@code *} stands for any characters, or none. Matched without backtracking
 * over more than the last star, as the texts are of strangers.
 *
 * @param pattern the pattern
 */
record Glob(String pattern) {

    boolean matches(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        return onlyStars(at);
    }

    private boolean onlyStars(int from) {
        return pattern.chars().skip(from).allMatch(c -> c == '*');
    }
}
