package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** D-28: what a client adds is what was looked at. */
class ClientFieldsTest {

    /** It is the client's to change, at any moment. */
    @Test
    void whatAMapSaysTheSecondTimeIsNotSent() throws Exception {
        var sum = ClientFields.sum("GET /", Map.of(), changing("lawful", "x\r\nHost: other"));

        assertThat(sum).isEqualTo(Map.of("x-key", "lawful"));
    }

    private static Map<String, String> changing(String first, String later) {
        Iterator<String> values = List.of(first, later, later, later).iterator();
        Map.Entry<String, String> entry =
                new AbstractMap.SimpleEntry<>("X-Key", first) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getValue() {
                        return values.next();
                    }
                };
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                return Set.of(entry);
            }
        };
    }
}
