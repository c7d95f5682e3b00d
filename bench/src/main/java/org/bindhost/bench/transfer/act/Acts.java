package org.bindhost.bench.transfer.act;

import java.util.List;
import org.bindhost.bench.transfer.client.BindClient;
import org.bindhost.bench.transfer.client.Client.Form;
import org.bindhost.bench.transfer.client.Clients;

/** Makes what a line of words says. */
public final class Acts {

    private Acts() {}

    /**
     * Makes an act.
     *
     * @param line what to do, who does it, and with what
     * @return the act; the caller closes it
     */
    public static Act of(String line) throws Exception {
        var words = List.of(line.split(" ", -1));
        String who = words.get(1);
        return switch (words.get(0)) {
            case "read" -> new Reading(Clients.open(who), Form.valueOf(words.get(2)), words.get(3));
            case "many" ->
                    new ManyReads(
                            Clients.open(who),
                            Integer.parseInt(words.get(2)),
                            Integer.parseInt(words.get(3)),
                            words.subList(4, words.size()));
            case "slow" ->
                    new SlowOnes(
                            who,
                            Integer.parseInt(words.get(2)),
                            new SlowSite(words.get(3)),
                            Integer.parseInt(words.get(4)));
            case "stop" ->
                    new StoppedReader(
                            Clients.open(who),
                            Form.valueOf(words.get(2)),
                            Integer.parseInt(words.get(3)),
                            new SlowSite(words.get(4)),
                            Long.parseLong(words.get(5)));
            case "unread" -> new Unread(ours(who), words.get(2), Long.parseLong(words.get(3)));
            case "raise" -> new Raised(watch(words));
            case "weigh" -> new Weighed(watch(words));
            case "itself" -> new Itself(ours(who), words.get(2));
            default -> throw new IllegalArgumentException("nobody can " + line);
        };
    }

    private static Crowd.Watch watch(List<String> words) throws Exception {
        return new Crowd.Watch(
                ours(words.get(1)),
                new SlowSite(words.get(2)),
                words.get(3),
                Long.parseLong(words.get(4)));
    }

    private static BindClient ours(String who) throws Exception {
        return (BindClient) Clients.open(who);
    }
}
