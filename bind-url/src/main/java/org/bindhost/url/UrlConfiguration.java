package org.bindhost.url;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of the driver. */
@ObjectClassDefinition(
        name = "Bindhost driver of URLs",
        description = "How http and https are spoken. Read when the driver starts.")
@interface UrlConfiguration {

    @AttributeDefinition(
            name = "Connect time",
            description = "Milliseconds until an attempt to connect is given up, 1 or more.")
    int connect_millis() default HttpSettings.CONNECT_MILLIS;

    @AttributeDefinition(
            name = "Look-up time",
            description = "Milliseconds until the look-up of a host is given up, 1 or more.")
    int lookup_millis() default HttpSettings.LOOKUP_MILLIS;

    @AttributeDefinition(
            name = "Answer time",
            description =
                    "Milliseconds from the request until the head of its answer must have come, 1"
                            + " or more.")
    int answer_millis() default HttpSettings.ANSWER_MILLIS;

    @AttributeDefinition(
            name = "Stall time",
            description =
                    "Milliseconds that a body may bring nothing while more of it is waited for, 1"
                            + " or more.")
    int stall_millis() default HttpSettings.STALL_MILLIS;

    @AttributeDefinition(
            name = "Idle connections",
            description = "Milliseconds that an unused connection is kept, 1 or more.")
    int idle_millis() default HttpSettings.IDLE_MILLIS;

    @AttributeDefinition(
            name = "Header size",
            description = "Bytes that the head of an answer may have, 1024 or more.")
    int header_bytes() default HttpSettings.HEADER_BYTES;

    @AttributeDefinition(
            name = "Connections per origin",
            description =
                    "How many connections one origin is given, 1 or more. How many transfers of an"
                            + " origin move at once is a setting of the engine (16); those that are"
                            + " suspended or not read keep their connections, so that a number"
                            + " that they reach keeps all others waiting. By HTTP/2 a connection"
                            + " carries up to 64 transfers: 256 KiB may come of each before it is"
                            + " read, and 32 MiB of all, twice what 64 can hold back, so that those"
                            + " that are not read never stop the others.")
    int connections_per_origin() default HttpSettings.CONNECTIONS_PER_ORIGIN;

    @AttributeDefinition(
            name = "Threads",
            description = "How many threads the driver has for all connections, 3 or more.")
    int threads() default HttpSettings.THREADS;

    @AttributeDefinition(
            name = "Expansion",
            description =
                    "How many bytes may be decoded of one, 1 or more, where a server codes what it"
                            + " sends; below 1 MiB any number may.")
    int decoded_ratio() default Expansion.RATIO;

    @AttributeDefinition(
            name = "Decoded size",
            description = "How many bytes one body may be decoded to, 1 or more.")
    long decoded_bytes() default Expansion.BYTES;

    @AttributeDefinition(
            name = "Trust store",
            description =
                    "A PKCS12 file with the certificates to trust in place of the JDK's; empty for"
                            + " the JDK's.")
    String trust_store() default "";

    @AttributeDefinition(
            name = "Trust store password",
            type = AttributeType.PASSWORD,
            description = "The password of the trust store.")
    String _trust_store_password() default "";
}
