package org.bindhost.core.component;

import org.bindhost.core.CoreSettings;
import org.bindhost.core.Retrying;
import org.bindhost.core.Sharing;
import org.bindhost.core.running.RunningHeads;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of the engine. */
@ObjectClassDefinition(
        name = "Bindhost engine",
        description = "Limits of all transfers. A change applies at once and ends no transfer.")
@interface EngineConfiguration {

    @AttributeDefinition(
            name = "Transfers",
            description = "How many transfers may move at once, 1 or more.")
    int transfers() default CoreSettings.DEFAULT_TRANSFERS;

    @AttributeDefinition(
            name = "Bytes per second",
            description = "How fast all transfers may move together, or 0 for no limit.")
    long bytes_per_second() default 0;

    @AttributeDefinition(
            name = "Transfers per origin",
            description =
                    "How many transfers from one origin (scheme, host and port) may move at once,"
                            + " 1 or more.")
    int transfers_per_origin() default Sharing.DEFAULT_TRANSFERS_PER_ORIGIN;

    @AttributeDefinition(
            name = "Bytes per second and origin",
            description =
                    "How fast the transfers from one origin may move together, or 0 for no limit.")
    long origin_bytes_per_second() default 0;

    @AttributeDefinition(
            name = "Share of less urgent classes",
            description =
                    "While more urgent transfers move, those below them get one byte for so many of"
                            + " their bytes, 2 or more; or 0 for none, so that they may starve. Without"
                            + " a rate this concerns those of the same origin.")
    int lower_share() default Sharing.DEFAULT_LOWER_SHARE;

    @AttributeDefinition(
            name = "Idle seconds",
            description =
                    "After how long without asking for a byte a transfer from an origin gives its"
                            + " connection back, to go on later where it stopped; 0 for never.")
    int idle_seconds() default Sharing.DEFAULT_IDLE_SECONDS;

    @AttributeDefinition(
            name = "Retries",
            description =
                    "How many times in a row a transfer that broke off is taken up again without"
                            + " bringing anything worth speaking of, 0 or more.")
    int retries() default Retrying.DEFAULT_ATTEMPTS;

    @AttributeDefinition(
            name = "Pause before a retry",
            description =
                    "Milliseconds before the first attempt that follows one in vain, 0 or more; each"
                            + " one after it waits twice as long.")
    long retry_pause_millis() default Retrying.DEFAULT_PAUSE_MILLIS;

    @AttributeDefinition(
            name = "Longest pause before a retry",
            description =
                    "Milliseconds, no fewer than those before the first. A server that asks to be"
                            + " left alone for longer is not asked again.")
    long retry_most_pause_millis() default Retrying.DEFAULT_MOST_PAUSE_MILLIS;

    @AttributeDefinition(
            name = "Memory per transfer",
            description = "Bytes that one transfer may keep in memory, 65536 or more.")
    long memory_bytes() default CoreSettings.DEFAULT_MEMORY_BYTES;

    @AttributeDefinition(
            name = "Disk per transfer",
            description = "Bytes that one transfer may keep on disk, 0 or more.")
    long spool_bytes() default CoreSettings.DEFAULT_SPOOL_BYTES;

    @AttributeDefinition(
            name = "Spool directory",
            description = "Where they are kept; empty for the bundle's own data area.")
    String spool_directory() default "";

    @AttributeDefinition(
            name = "Ranking of running objects",
            description =
                    "When names are parsed: where the names of running objects are looked up among"
                            + " the classes and parsers of names, which are asked by their"
                            + " service.ranking, the highest first. Files have 100, URLs 0.")
    int running_ranking() default RunningHeads.RANKING;

    @AttributeDefinition(
            name = "Rules to wait for",
            description =
                    "How many configurations of org.bindhost.policy there are at least: until so"
                            + " many are in force, everything is refused. 0 waits for none, and"
                            + " what is bound before a rule has come is not held to it.")
    int policy_rules() default 0;

    @AttributeDefinition(
            name = "Hosts of controls",
            description =
                    "The symbolic names of the bundles that are believed for whom they bind: their"
                            + " word alone decides which policy holds. Of all others, both they"
                            + " and whom they name must be allowed what is asked for.")
    String[] hosts() default {"org.bindhost.host"};

    @AttributeDefinition(
            name = "Command lines",
            description =
                    "The symbolic names of the bundles that bind what a person has typed, for which"
                            + " the policies of the zone \"person\" hold.")
    String[] persons() default {"org.bindhost.shell"};
}
