package org.bindhost.shell;

import java.util.LinkedHashMap;

/** The fields of a JSON object, in the order they are put. */
final class Fields extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    Fields with(String name, Object value) {
        put(name, value);
        return this;
    }
}
