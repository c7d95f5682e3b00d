package org.bindhost.url;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who is asked, in canonical form.
 *
 * @param user what stands before the {@code @}, not empty
 * @param host a name in lower case, or an address, that of IPv6 in brackets
 * @param port the port that is written, or empty for the usual one
 */
record Authority(Optional<String> user, String host, OptionalInt port) {

    /** Leaves the port out if it is the usual one. */
    Authority usually(int usual) {
        return port.isPresent() && port.getAsInt() == usual
                ? new Authority(user, host, OptionalInt.empty())
                : this;
    }

    /** Compares what is written: the JDK keeps the class loader of a record it has compared. */
    boolean isSame(Authority other) {
        return written().equals(other.written());
    }

    private String written() {
        var out = new StringBuilder();
        write(out);
        return out.toString();
    }

    void write(StringBuilder out) {
        if (user.isPresent()) {
            out.append(user.get()).append('@');
        }
        out.append(host);
        if (port.isPresent()) {
            out.append(':').append(port.getAsInt());
        }
    }
}
