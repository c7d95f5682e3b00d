package org.bindhost.file;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Components of names as Windows takes them. It ignores the end of some, takes some for devices and
 * reads streams out of others; all those would be a second name of something else.
 */
final class WindowsName {

    private static final Pattern DEVICE =
            Pattern.compile(
                    "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[1-9¹²³]) *([.].*)?",
                    Pattern.CASE_INSENSITIVE);

    private WindowsName() {}

    /** What is wrong with a component, if anything is. */
    static Optional<String> problem(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (isForbidden(name.charAt(i))) {
                return Optional.of(
                        "has a '" + name.charAt(i) + "', which no Windows name may have");
            }
        }
        char last = name.charAt(name.length() - 1);
        if (last == '.' || last == ' ') {
            return Optional.of(
                    "has a component that ends in a dot or a space, as on Windows none does");
        }
        return DEVICE.matcher(name).matches()
                ? Optional.of("names the device " + name + " of Windows")
                : Optional.empty();
    }

    private static boolean isForbidden(char character) {
        return switch (character) {
            case '<', '>', ':', '"', '|', '?', '*', '\\', '/' -> true;
            default -> false;
        };
    }
}
