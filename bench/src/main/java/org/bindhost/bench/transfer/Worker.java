package org.bindhost.bench.transfer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bindhost.bench.transfer.act.Act;
import org.bindhost.bench.transfer.act.Acts;

/**
 * A process that plays rounds: each line of its input says what to do, and is answered by a line of
 * figures. It ends with its input.
 */
public final class Worker {

    /** What an answer begins with; other lines are somebody's chatter. */
    static final String ANSWER = "figures: ";

    /** What a failure begins with. */
    static final String FAILURE = "failure: ";

    private final Map<String, Act> acts = new LinkedHashMap<>();

    private Worker() {}

    /** Plays rounds until there is no more input. */
    public static void main(String... arguments) throws Exception {
        var worker = new Worker();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(worker.answer(line));
        }
        for (Act act : worker.acts.values()) {
            act.close();
        }
        System.exit(0); // a peer may have left threads
    }

    private String answer(String line) {
        try {
            Act act = acts.get(line);
            if (act == null) {
                act = Acts.of(line);
                acts.put(line, act);
            }
            return ANSWER + act.round().line();
        } catch (Exception e) { // whatever it is, who waits must hear of it
            e.printStackTrace();
            return FAILURE + e;
        }
    }
}
