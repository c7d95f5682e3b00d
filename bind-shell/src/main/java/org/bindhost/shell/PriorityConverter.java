package org.bindhost.shell;

import java.util.Locale;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a priority: the name of a class, or a weight within the usual class. */
final class PriorityConverter implements ITypeConverter<Priority> {

    @Override
    public Priority convert(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "urgent" -> Priority.URGENT;
            case "normal" -> Priority.NORMAL;
            case "background" -> Priority.BACKGROUND;
            default -> weighted(text);
        };
    }

    private static Priority weighted(String text) {
        try {
            return new Priority(PriorityClass.NORMAL, Integer.parseInt(text));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "a priority is urgent, normal, background or a weight from 1 to "
                            + Priority.MAX_WEIGHT
                            + ", not "
                            + text);
        }
    }
}
