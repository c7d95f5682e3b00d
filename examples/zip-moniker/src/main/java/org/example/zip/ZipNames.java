package org.example.zip;

import java.util.regex.Pattern;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.Recognition;

/** What names of entries look like, and names that they may follow. */
final class ZipNames {

    static final String CLASS = "zip";

    private static final Pattern ARCHIVE =
            Pattern.compile(
                    ".*\\.(zip|jar|war|ear|kar)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[?#].*", Pattern.DOTALL);

    private ZipNames() {}

    /** By its name alone: what is not there yet cannot be looked into. */
    static boolean isArchive(MonikerPart name) {
        String path =
                name.monikerClass().equals("url")
                        ? QUERY_OR_FRAGMENT.matcher(name.text()).replaceFirst("")
                        : name.text();
        return ARCHIVE.matcher(path).matches();
    }

    /** A slash in front, as jar URLs have it, makes no difference; letters large and small do. */
    static Recognition entry(String rest) {
        if (rest.charAt(0) != DelimitedName.DELIMITER) {
            return Recognition.foreign(); // what is left of a name that ended early
        }
        var entry = DelimitedName.of(rest.substring(1));
        String key = entry.name().startsWith("/") ? entry.name().substring(1) : entry.name();
        if (key.isEmpty() || entry.name().charAt(0) == DelimitedName.DELIMITER) {
            return new Recognition.Malformed(1, "names no entry of the archive");
        }
        var part = new MonikerPart(CLASS, key, DelimitedName.DELIMITER + entry.text());
        return new Recognition.Found(part, 1 + entry.length());
    }
}
