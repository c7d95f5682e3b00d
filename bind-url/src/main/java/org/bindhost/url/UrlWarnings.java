package org.bindhost.url;

import java.util.ArrayList;
import java.util.List;

/** What a person should know before trusting a URL. */
final class UrlWarnings {

    private UrlWarnings() {}

    static List<String> of(Url url) {
        if (url.authority().isEmpty()) {
            return List.of();
        }
        Authority authority = url.authority().get();
        boolean isPlain = authority.user().isEmpty() && !Hosts.isInternational(authority.host());
        return isPlain ? List.of() : of(authority);
    }

    private static List<String> of(Authority authority) {
        var warnings = new ArrayList<String>();
        String host = authority.host();
        authority.user().ifPresent(user -> warnings.add(user(user, host)));
        if (Hosts.isInternational(host)) {
            warnings.addAll(LookAlikes.warnings(host));
        }
        return warnings;
    }

    /** Does not show what stands there. */
    private static String user(String user, String host) {
        int colon = user.indexOf(':');
        boolean hasPassword = colon >= 0 && colon < user.length() - 1;
        return hasPassword
                ? "The name holds a password for " + host + ": whoever sees the name sees it."
                : "What stands before the @ is a user: the host is " + host + ".";
    }
}
