package org.bindhost.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetNameTest {

    @ParameterizedTest
    @CsvSource({
        "http://h/a.txt, a.txt",
        "http://h/d/a%20b.txt?x=1/2#f, a b.txt",
        "http://h/a+b, a+b",
        "http://h/100%, 100%",
        "http://h/, index",
        "http://h, index",
        "http://h/d/.., index",
        "http://h/%2e%2e, index",
        "http://h/..%2F..%2Fetc%2Fpasswd, passwd",
        "http://h/..%5C..%5Cboot.ini, boot.ini",
        "http://h/a%00b, a_b",
        "file:/d/a%23b, a#b",
        "/d/a#b, a#b",
        "d/100%25, 100%25",
        "http://h/wow!!, wow!",
    })
    void isTheLastSegmentAndStaysInItsDirectory(String name, String target) {
        assertThat(TargetName.of(moniker(name))).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "!inner.txt, inner.txt",
        "!dir/inner.txt, inner.txt",
        "!../../etc/passwd, passwd",
        "!a!!b, a!b",
        "!.., index"
    })
    void anItemIsNamedAfterItself(String item, String target) {
        var archive = new MonikerPart("plain", "http://h/a.zip", "http://h/a.zip");
        var moniker = new Moniker(List.of(archive, new MonikerPart("item", item, item)));

        assertThat(TargetName.of(moniker)).isEqualTo(target);
    }

    @Test
    void whatCannotBeSeenIsReplaced() {
        assertThat(TargetName.of(moniker("http://h/a%C2%9B%E2%80%AEgpj.exe")))
                .isEqualTo("a__gpj.exe");
    }

    private static Moniker moniker(String name) {
        return Moniker.of(new MonikerPart("plain", name, name));
    }

    @Test
    void isNotLongerThanFileSystemsAllow() {
        String target = TargetName.of(moniker("http://h/" + "é".repeat(300)));

        assertThat(target).isEqualTo("é".repeat(120));
    }
}
