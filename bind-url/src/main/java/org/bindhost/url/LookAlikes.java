package org.bindhost.url;

import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * International hosts that look like others: UTS #39, label by label. Loaded only when there is
 * such a host.
 */
final class LookAlikes {

    private static final SpoofChecker CHECKER =
            new SpoofChecker.Builder()
                    .setChecks(SpoofChecker.RESTRICTION_LEVEL)
                    .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
                    .build();

    private LookAlikes() {}

    /** What is to be said of a host in A-labels, a sentence each. */
    static List<String> warnings(String host) {
        var warnings = new ArrayList<String>();
        for (String label : InternationalHost.unicode(host).split("\\.", -1)) {
            if (CHECKER.failsChecks(label)) {
                warnings.add(
                        "The host "
                                + host
                                + " mixes letters of "
                                + scripts(label)
                                + " in one word.");
            } else if (!isAscii(label) && isAscii(CHECKER.getSkeleton(label))) {
                warnings.add(
                        "The host "
                                + host
                                + " has letters of "
                                + scripts(label)
                                + " that look like plain Latin ones.");
            }
        }
        return warnings;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String scripts(String label) {
        return label.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .filter(script -> script != Character.UnicodeScript.COMMON)
                .filter(script -> script != Character.UnicodeScript.INHERITED)
                .distinct()
                .map(LookAlikes::title)
                .collect(Collectors.joining(" and "));
    }

    private static String title(Character.UnicodeScript script) {
        String name = script.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
