package org.bindhost.shell;

import java.util.concurrent.Callable;
import org.bindhost.inspect.DriverSnapshot;
import picocli.CommandLine.Option;

/** Lists the drivers present, those that cannot be used included. */
final class DriversVerb implements Callable<Integer> {

    private final Call call;

    @Option(names = "--json", description = "Prints the result as one JSON value.")
    private boolean json;

    DriversVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        var drivers = call.engine().inspector().drivers();
        if (json) {
            Json.print(call.session().out(), drivers.stream().map(DriversVerb::fields).toList());
        } else {
            Table table =
                    new Table("CLASS", "SCHEMES", "RANKING", "ASYNCHRONOUS", "STATE", "DRIVER");
            drivers.forEach(driver -> add(table, driver));
            table.print(call.session().out());
        }
        return Status.OK;
    }

    private static void add(Table table, DriverSnapshot driver) {
        table.add(
                driver.monikerClass(),
                String.join(",", driver.schemes()),
                Integer.toString(driver.ranking()),
                driver.isAsynchronous() ? "yes" : "no",
                driver.failure()
                        .map(failure -> "failed: " + failure)
                        .orElse(driver.inUse() ? "in use" : "outranked"),
                driver.name());
    }

    private static Fields fields(DriverSnapshot driver) {
        return new Fields()
                .with("class", driver.monikerClass())
                .with("driver", driver.name())
                .with("schemes", driver.schemes())
                .with("ranking", driver.ranking())
                .with("asynchronous", driver.isAsynchronous())
                .with("inUse", driver.inUse())
                .with("failure", driver.failure());
    }
}
