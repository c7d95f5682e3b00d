package org.bindhost.testkit.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came from a client.
 *
 * @param protocol {@code "HTTP/1.1"} or {@code "HTTP/2"}, or what stood in its place
 * @param method such as {@code "GET"}
 * @param target path and query
 * @param fields the fields in order, names as they came
 */
public record Request(String protocol, String method, String target, List<Field> fields) {

    /**
     * One field of a head.
     *
     * @param name its name
     * @param value its value
     */
    public record Field(String name, String value) {}

    /** Copies the fields. */
    public Request {
        fields = List.copyOf(fields);
    }

    /**
     * Returns the first value of a field.
     *
     * @param name its name, in any case
     * @return the value, or empty if there is no such field
     */
    public Optional<String> field(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(wanted))
                .map(Field::value)
                .findFirst();
    }

    /**
     * Returns the target without its query.
     *
     * @return the path
     */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }
}
