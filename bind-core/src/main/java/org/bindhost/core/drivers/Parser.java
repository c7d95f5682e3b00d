package org.bindhost.core.drivers;

import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.DisplayNameParser;
import org.bindhost.spi.DisplayNameParser.Head;

/** A parser of display names in use, which can be withdrawn like a {@link Driver}. */
public final class Parser {

    private final String name;
    private final int ranking;
    private final DisplayNameParser service;
    private final Presence presence = new Presence();

    Parser(String name, int ranking, DisplayNameParser service) {
        this.name = name;
        this.ranking = ranking;
        this.service = service;
    }

    public String name() {
        return name;
    }

    public int ranking() {
        return ranking;
    }

    /** Asks it; one that is leaving recognises nothing. */
    public Optional<Head> parse(String text, Optional<Moniker> base) {
        if (!presence.enter(Presence.State.PRESENT)) {
            return Optional.empty();
        }
        try {
            return service.parse(text, base);
        } finally {
            presence.leave();
        }
    }

    void withdraw() {
        presence.withdraw();
    }
}
