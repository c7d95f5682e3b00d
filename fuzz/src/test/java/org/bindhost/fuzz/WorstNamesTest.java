package org.bindhost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bindhost.testkit.NameChecks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The longest texts that are allowed, made of what is most work. */
class WorstNamesTest {

    private static final int MOST_CHARS = 8192;

    private final NameChecks checks = new NameChecks(Drivers.monikers());

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "- !",
                "- @",
                "- %",
                "- /",
                "- ..",
                "- /..",
                "- \\..",
                "- url:",
                "- @url:",
                "- a:",
                "- @item:",
                "/ a/",
                "/ a!",
                "/ a/../",
                "/ !!",
                "file:/ a!b/",
                "http://h/ !!",
                "http://h/ %",
                "http://h/ %41",
                "http://h/ ../",
                "http://h/ !a",
                "http://h/ !!a!b",
                "http://h/ ?#",
                "http://h/ \uFF01",
                "http://h/ \uFF01\u2215\uFF1A\u01C3",
                "http://h/ \uD83D\uDE00",
                "http://h/a.zip !a.zip",
                "http://h/a#b !",
                "http:// a.",
                "http:// a@",
                "http:// :",
                "http:// [",
                "http:// 1.",
                "http:// xn--a.",
                "http:// \u0430",
                "http:// \u00DF.",
                "http:// \u200D",
                "url:http://h/ !zip",
                "/ \u0130",
                "/ \u0627\u0644"
            })
    void theLongestTextIsAnsweredSoon(String head, String repeated) {
        String start = head.equals("-") ? "" : head;
        String text = start + repeated.repeat((MOST_CHARS - start.length()) / repeated.length());

        checks.parse(text, Optional.empty());
        checks.parse(text, checks.parse("http://h/a/b", Optional.empty()));
        assertThat(checks.load(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({";", "\\;", "\\u0041", ";c;k;t", "t", "\\"})
    void theLongestSavedNameIsAnsweredSoon(String repeated) {
        String start = "moniker:1:1;c;k;";

        checks.load(
                start + repeated.repeat((64 * MOST_CHARS - start.length()) / repeated.length()));
        checks.load("moniker:1:64" + repeated.repeat(64));
    }
}
