package org.bindhost.url;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of the driver. */
@ObjectClassDefinition(
        name = "Bindhost driver of URLs",
        description =
                "How http and https are spoken. A change is for what is asked from then on; what is"
                        + " under way goes on as it was.")
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

    @AttributeDefinition(
            name = "Authorities",
            description =
                    "A PEM file of certificates to trust as well; empty for none. Names of hosts"
                            + " are always checked.")
    String trust_authorities() default "";

    @AttributeDefinition(
            name = "Key store",
            description = "A PKCS12 file with the key for servers that want one; empty for none.")
    String key_store() default "";

    @AttributeDefinition(
            name = "Key store password",
            type = AttributeType.PASSWORD,
            description = "The password of the key store.")
    String _key_store_password() default "";

    @AttributeDefinition(
            name = "Proxy",
            description =
                    "http://host:port or socks5://host:port; empty for none. It looks the names of"
                            + " servers up itself, so that rules for addresses reach no further"
                            + " than to addresses that are written in a URL.")
    String proxy() default "";

    @AttributeDefinition(
            name = "No proxy",
            description =
                    "What is asked directly: a host, .domain for those below it, 10.0.0.0/8 for"
                            + " addresses that are written as such, or * for all.")
    String[] no_proxy() default {};

    @AttributeDefinition(
            name = "Proxy user",
            description =
                    "Who we are to the proxy, which is told without asking; empty for nobody.")
    String proxy_user() default "";

    @AttributeDefinition(
            name = "Proxy password",
            type = AttributeType.PASSWORD,
            description = "The password of that user.")
    String _proxy_password() default "";

    @AttributeDefinition(
            name = "Credentials time",
            description =
                    "Milliseconds until those who may know credentials are not waited for any"
                            + " longer, 1 or more.")
    int credentials_millis() default HttpSettings.CREDENTIALS_MILLIS;

    @AttributeDefinition(
            name = "Credentials in clear text",
            description = "Whether credentials may be sent over http, where all can read them.")
    boolean credentials_cleartext() default false;

    @AttributeDefinition(
            name = "Largest resource",
            description =
                    "Bytes that what is read may have, decoded as well as on the way, 0 for any"
                            + " number.")
    long max_body_bytes() default 0;
}
